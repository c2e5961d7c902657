import { useLingui } from "@lingui/react/macro";
import { errorOf, type UserError } from "~/lib/user-errors";
import { TextField } from "~/ui/text-field";

interface WhyFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly errors: readonly UserError[];
  readonly hint?: string;
  readonly autoFocus?: "yes";
}

/** The reason for a change, which both sides read. */
export function WhyField({ value, onChange, errors, hint, autoFocus }: WhyFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`Why?`}
      value={value}
      onChange={onChange}
      maxLength={500}
      autoFocus={autoFocus === "yes"}
      hint={hint ?? t`Both sides read it.`}
      error={errorOf(errors, "reason")}
    />
  );
}
