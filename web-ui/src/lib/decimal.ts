import type { Decimal } from "~/lib/scalars";

const plain = /^-?\d+(\.\d+)?$/;

export function isDecimal(text: string): text is Decimal {
  return plain.test(text);
}

/** For drawing only: a float can't tell a figure on its target from one a hair past it. */
export function toDrawing(decimal: Decimal | null | undefined): number | null {
  return decimal == null || !isDecimal(decimal) ? null : Number(decimal);
}

/** Negative, zero or positive, exactly, whatever the number of digits. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [left, right] = [scaled(a), scaled(b)];
  const digits = Math.max(left.scale, right.scale);
  const difference =
    left.units * 10n ** BigInt(digits - left.scale) - right.units * 10n ** BigInt(digits - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact difference, with as many decimals as the finer of the two. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const [left, right] = [scaled(a), scaled(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = left.units * 10n ** BigInt(scale - left.scale) - right.units * 10n ** BigInt(scale - right.scale);
  const digits = String(difference < 0n ? -difference : difference).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${difference < 0n ? "-" : ""}${whole}${scale === 0 ? "" : `.${digits.slice(-scale)}`}`;
}

function scaled(decimal: Decimal): { units: bigint; scale: number } {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * What a person typed, as a decimal, or null when it is none. Understands the locale's own separators (`1.234,5` in
 * German) and the other decimal sign when it can mean nothing else, so that a pasted `93.5` isn't read as 935.
 */
export function parseDecimal(typed: string, locale: string): Decimal | null {
  const { decimal, group } = separators(locale);
  const text = typed.replace(/[\s'\u2019]/g, "").replace(/\u2212/g, "-");
  if (text === "") return null;
  const other = decimal === "," ? "." : ",";
  const normal =
    text.includes(decimal) || isGrouped(text, group)
      ? text.replaceAll(group, "").replace(decimal, ".")
      : text.replace(other, ".");
  if (!isDecimal(normal)) return null;
  return normal.replace(/^(-?)0+(?=\d)/, "$1");
}

function isGrouped(text: string, group: string): boolean {
  if (group.trim() === "") return false;
  const [first = "", ...rest] = text.replace("-", "").split(group);
  return rest.length > 0 && /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
}

function separators(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6);
  const of = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { decimal: of("decimal", "."), group: of("group", " ") };
}
