import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import field from "./field.module.css";
import { Icon } from "./icons";
import popover from "./popover.module.css";
import styles from "./select.module.css";

export interface Option<K extends string> {
  readonly id: K;
  readonly text: string;
  /** Said smaller below the text. */
  readonly hint?: string;
}

interface SelectProps<K extends string> {
  readonly label: string;
  readonly options: readonly Option<K>[];
  readonly selected: K | null;
  readonly onSelect: (id: K) => void;
  /** `beside` the control in a toolbar, `above` it in a form, `hidden` in a row that says what it is about. */
  readonly labelled?: "above" | "beside" | "hidden";
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
}

export function Select<K extends string>(props: SelectProps<K>) {
  const {
    label,
    options,
    selected,
    onSelect,
    labelled = "above",
    placeholder = "",
    hint,
    error = null,
    isDisabled = false,
  } = props;
  return (
    <AriaSelect
      className={styles.select ?? ""}
      data-labelled={labelled}
      value={selected}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onSelect(chosen.id);
      }}
      placeholder={placeholder}
      isInvalid={error !== null}
      isDisabled={isDisabled}
    >
      <Label className={labelled === "hidden" ? "visually-hidden" : field.label}>{label}</Label>
      <Button className={styles.button ?? ""}>
        <SelectValue className={styles.value ?? ""}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="chevronDown" />
      </Button>
      {hint === undefined ? null : (
        <Text slot="description" className={field.hint ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={field.error ?? ""}>{error}</FieldError>
      <Popover className={popover.popover ?? ""} offset={4}>
        <ListBox className={popover.list ?? ""} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text} className={popover.item ?? ""}>
              {({ isSelected }) => (
                <>
                  <span className={popover.check}>{isSelected ? <Icon name="check" size={14} /> : null}</span>
                  <span className={popover.text}>
                    {option.text}
                    {option.hint === undefined ? null : <small>{option.hint}</small>}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
