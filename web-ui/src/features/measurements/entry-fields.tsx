import { useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/format";
import { Segmented } from "~/ui/segmented";
import { TextField } from "~/ui/text-field";
import { type Entry, type EntryField, type EntryMode, readEntry } from "./entry";
import styles from "./entry-fields.module.css";

interface EntryFieldsProps {
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
  readonly modes: readonly EntryMode[];
  /** What the figure is of, for those who hear the fields one by one. */
  readonly subject: string;
  readonly unit: string;
  /** What the server said about a field. */
  readonly errorOf: (field: EntryField) => string | null;
  /** Whether what is no number is said to be none; not while it is being typed for the first time. */
  readonly checked: "no" | "yes";
  readonly autoFocus?: boolean;
}

/** One figure: a value, a fraction, or that there was no activity. */
export function EntryFields(props: EntryFieldsProps) {
  const { entry, onChange, modes, subject, unit, errorOf, checked, autoFocus = false } = props;
  const { t } = useLingui();
  const { locale } = useFormat();
  const reading = readEntry(entry, locale);
  const wrong = (field: EntryField) =>
    checked === "yes" && reading.kind === "wrong" && reading.fields.includes(field)
      ? t`Enter a number.`
      : errorOf(field);
  const words: Readonly<Record<EntryMode, string>> = {
    value: t`Figure`,
    fraction: t`Fraction`,
    none: t`No activity`,
  };

  return (
    <div className={styles.entry}>
      <Segmented
        label={t`How to give the figure: ${subject}`}
        options={modes.map((id) => ({ id, text: words[id] }))}
        selected={entry.mode}
        onSelect={(mode) => onChange({ ...entry, mode })}
      />
      {entry.mode === "value" ? (
        <TextField
          label={t`Figure`}
          aria-label={t`Figure, ${subject}`}
          value={entry.value}
          onChange={(value) => onChange({ ...entry, value })}
          error={wrong("value")}
          inputMode="decimal"
          autoComplete="off"
          align="end"
          autoFocus={autoFocus}
          {...(unit === "" ? {} : { affix: unit })}
        />
      ) : entry.mode === "fraction" ? (
        <div className={styles.fraction}>
          <TextField
            label={t`Numerator`}
            aria-label={t`Numerator, ${subject}`}
            value={entry.numerator}
            onChange={(numerator) => onChange({ ...entry, numerator })}
            error={wrong("numerator")}
            inputMode="decimal"
            autoComplete="off"
            align="end"
            autoFocus={autoFocus}
          />
          <TextField
            label={t`Denominator`}
            aria-label={t`Denominator, ${subject}`}
            value={entry.denominator}
            onChange={(denominator) => onChange({ ...entry, denominator })}
            error={wrong("denominator")}
            inputMode="decimal"
            autoComplete="off"
            align="end"
          />
        </div>
      ) : (
        <p className={styles.none}>{t`The period passed without activity; nothing is judged.`}</p>
      )}
    </div>
  );
}
