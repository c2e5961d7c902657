import type { Aggregation, FigureInput } from "~/graphql/graphql";
import { parseDecimal } from "~/lib/decimal";

export type EntryMode = "value" | "fraction" | "none";

/** What somebody typed for one period of one KPI, as it was typed. */
export interface Entry {
  readonly mode: EntryMode;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
}

export type EntryField = "value" | "numerator" | "denominator";

/** What an entry says: nothing yet, something that is no number, or a figure. */
export type EntryReading =
  | { readonly kind: "empty" }
  | { readonly kind: "wrong"; readonly fields: readonly EntryField[] }
  | { readonly kind: "figure"; readonly figure: FigureInput };

/** How figures of a KPI can be given: a ratio rolls up from fractions only, a sum can't be one. */
export function modesOf(aggregation: Aggregation): readonly EntryMode[] {
  switch (aggregation) {
    case "RATIO":
      return ["fraction", "none"];
    case "SUM":
      return ["value", "none"];
    case "MEAN":
    case "LAST":
      return ["value", "fraction", "none"];
  }
}

export function emptyEntry(aggregation: Aggregation): Entry {
  return { mode: modesOf(aggregation)[0] ?? "value", value: "", numerator: "", denominator: "" };
}

export function readEntry(entry: Entry, locale: string): EntryReading {
  switch (entry.mode) {
    case "none":
      return { kind: "figure", figure: { noActivity: true } };
    case "value": {
      if (entry.value.trim() === "") return { kind: "empty" };
      const value = parseDecimal(entry.value, locale);
      return value === null ? { kind: "wrong", fields: ["value"] } : { kind: "figure", figure: { value } };
    }
    case "fraction":
      return readFraction(entry.numerator, entry.denominator, locale);
  }
}

function readFraction(numeratorText: string, denominatorText: string, locale: string): EntryReading {
  if (numeratorText.trim() === "" && denominatorText.trim() === "") return { kind: "empty" };
  const numerator = parseDecimal(numeratorText, locale);
  const denominator = parseDecimal(denominatorText, locale);
  if (numerator !== null && denominator !== null) return { kind: "figure", figure: { numerator, denominator } };
  const fields: EntryField[] = [];
  if (numerator === null) fields.push("numerator");
  if (denominator === null) fields.push("denominator");
  return { kind: "wrong", fields };
}

/**
 * A whole figure in one cell, as in a spreadsheet: `93.5`, `45/48` for a fraction, `-` for a period without activity. Which of
 * a value and a fraction a KPI takes is for the server to say.
 */
export function readCell(text: string, locale: string): EntryReading {
  const typed = text.trim();
  if (typed === "") return { kind: "empty" };
  if (/^[-–—−]$/.test(typed)) return { kind: "figure", figure: { noActivity: true } };
  const slash = typed.indexOf("/");
  if (slash >= 0) return readFraction(typed.slice(0, slash), typed.slice(slash + 1), locale);
  // Spreadsheets hand over percentages with their sign.
  return readEntry({ mode: "value", value: typed.replace(/\s*%$/, ""), numerator: "", denominator: "" }, locale);
}
