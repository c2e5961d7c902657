import { useLingui } from "@lingui/react/macro";
import type { Period } from "~/lib/scalars";
import { Select } from "./select";
import { TextField } from "./text-field";

interface PeriodFieldProps {
  readonly label: string;
  readonly kind: "day" | "week" | "month" | "quarter";
  readonly value: Period;
  readonly onChange: (period: Period) => void;
  readonly hint?: string;
  readonly error?: string | null;
  /** Quarters to choose from; the other kinds have a field of their own in browsers. */
  readonly quarters: readonly Period[];
}

const examples = { day: "2026-11-22", week: "2026-W47", month: "2026-11" } as const;
const types = { day: "date", week: "week", month: "month" } as const;

/**
 * A period, by the browser's own field where it has one: those write days, weeks and months as we do. Where a browser has none
 * it is typed, in the form that the hint shows.
 */
export function PeriodField({ label, kind, value, onChange, hint, error = null, quarters }: PeriodFieldProps) {
  const { t } = useLingui();
  if (kind === "quarter") {
    return (
      <Select
        label={label}
        options={quarters.map((id) => ({ id, text: id }))}
        selected={value}
        onSelect={onChange}
        error={error}
        {...(hint === undefined ? {} : { hint })}
      />
    );
  }
  return (
    <TextField
      label={label}
      type={types[kind]}
      value={value}
      onChange={onChange}
      error={error}
      placeholder={examples[kind]}
      hint={hint ?? t`Such as ${examples[kind]}`}
    />
  );
}
