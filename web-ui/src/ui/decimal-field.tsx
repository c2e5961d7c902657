import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { parseDecimal } from "~/lib/decimal";
import { useFormat } from "~/lib/format";
import type { Decimal } from "~/lib/scalars";
import { TextField } from "./text-field";

interface DecimalFieldProps {
  readonly label: string;
  /** Null while nothing, or no number, is typed. */
  readonly onChange: (value: Decimal | null) => void;
  readonly defaultValue?: Decimal;
  /** The unit behind the number. */
  readonly unit?: string;
  readonly hint?: ReactNode;
  /** What is wrong besides its not being a number. */
  readonly error?: string | null;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

/** A number as the reader writes it, kept as an exact decimal; what is no number is said to be none on leaving the field. */
export function DecimalField({
  label,
  onChange,
  defaultValue,
  unit,
  hint,
  error = null,
  isRequired = false,
  autoFocus = false,
}: DecimalFieldProps) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const [typed, setTyped] = useState(() => (defaultValue === undefined ? "" : localized(defaultValue, locale)));
  const [left, setLeft] = useState(false);
  const wrong = left && typed.trim() !== "" && parseDecimal(typed, locale) === null;
  return (
    <TextField
      label={label}
      value={typed}
      inputMode="decimal"
      autoComplete="off"
      align="end"
      isRequired={isRequired}
      autoFocus={autoFocus}
      {...(unit === undefined || unit === "" ? {} : { affix: unit })}
      {...(hint === undefined ? {} : { hint })}
      error={wrong ? t`Enter a number, such as ${localized("93.5", locale)}.` : error}
      onChange={(text) => {
        setTyped(text);
        onChange(parseDecimal(text, locale));
      }}
      onBlur={() => setLeft(true)}
      onFocus={() => setLeft(false)}
    />
  );
}

/** All digits of the decimal with the locale's decimal sign, without grouping: what a person would type. */
function localized(value: Decimal, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(
    value as Intl.StringNumericLiteral,
  );
}
