import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import styles from "./segmented.module.css";

interface SegmentedProps<K extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: K; readonly text: string }[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
}

/** One of a few, all in sight. */
export function Segmented<K extends string>({ label, options, selected, onSelect }: SegmentedProps<K>) {
  return (
    <ToggleButtonGroup
      className={styles.group ?? ""}
      data-print="hide"
      aria-label={label}
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen) onSelect(chosen.id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={styles.option ?? ""}>
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
