import { useLingui } from "@lingui/react/macro";
import { type Ref, useId } from "react";
import { Button } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField as AriaSearchField } from "react-aria-components/SearchField";
import { Icon } from "./icons";
import styles from "./search-field.module.css";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** A key that leads here from anywhere on the page, shown in the empty field. */
  readonly shortcut?: string;
}

export function SearchField({ label, value, onChange, inputRef, shortcut }: SearchFieldProps) {
  const { t } = useLingui();
  const id = useId();
  return (
    <AriaSearchField className={styles.field ?? ""} aria-label={label} value={value} onChange={onChange}>
      <span className={styles.icon}>
        <Icon name="search" />
      </span>
      <Input id={id} ref={inputRef ?? null} className={styles.input ?? ""} placeholder={label} />
      {value === "" ? (
        shortcut === undefined ? null : (
          <kbd className={styles.shortcut}>{shortcut}</kbd>
        )
      ) : (
        <Button className={styles.clear ?? ""} aria-label={t`Clear search`}>
          <Icon name="close" size={14} />
        </Button>
      )}
    </AriaSearchField>
  );
}
