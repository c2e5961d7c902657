import type { ReactElement, ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Icon, type IconName } from "./icons";
import styles from "./popover.module.css";

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly children: ReactNode;
}

export function Menu({ trigger, label, children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ""} offset={4} placement="bottom end">
        <AriaMenu className={styles.list ?? ""} aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface ActionProps {
  readonly icon?: IconName;
  readonly onAction: () => void;
  readonly isDisabled?: boolean;
  readonly children: string;
}

/** Something to do. */
export function MenuAction({ icon, onAction, isDisabled = false, children }: ActionProps) {
  return (
    <MenuItem className={styles.item ?? ""} onAction={onAction} isDisabled={isDisabled} textValue={children}>
      <span className={styles.check}>{icon === undefined ? null : <Icon name={icon} size={14} />}</span>
      {children}
    </MenuItem>
  );
}

interface MenuChoiceProps<K extends string> {
  readonly heading: string;
  readonly options: readonly { readonly id: K; readonly text: string }[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
}

/** One of several, the present one ticked. */
export function MenuChoice<K extends string>({ heading, options, selected, onSelect }: MenuChoiceProps<K>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys !== "all" && keys.has(option.id));
        if (chosen) onSelect(chosen.id);
      }}
    >
      <Header className={styles.heading}>{heading}</Header>
      {options.map((option) => (
        <MenuItem key={option.id} id={option.id} className={styles.item ?? ""} textValue={option.text}>
          {({ isSelected }) => (
            <>
              <span className={styles.check}>{isSelected ? <Icon name="check" size={14} /> : null}</span>
              {option.text}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
