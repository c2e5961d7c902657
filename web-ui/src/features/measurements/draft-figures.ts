import type { MeasurementInput } from "~/graphql/graphql";
import type { Period } from "~/lib/scalars";
import { errorOf, type UserError } from "~/lib/user-errors";
import { readCell } from "./entry";

/** What is typed into a grid, by cell. */
export type Draft = ReadonlyMap<string, string>;

export interface Cell {
  readonly kpi: string;
  readonly period: Period;
}

export function cellKey({ kpi, period }: Cell): string {
  return `${kpi}/${period}`;
}

export function cellOf(key: string): Cell {
  const cut = key.lastIndexOf("/");
  return { kpi: key.slice(0, cut), period: key.slice(cut + 1) };
}

/** The draft with a cell changed; an empty text takes the cell out of it. */
export function withText(draft: Draft, key: string, text: string): Draft {
  const changed = new Map(draft);
  if (text.trim() === "") changed.delete(key);
  else changed.set(key, text);
  return changed;
}

export interface DraftReading {
  readonly measurements: readonly MeasurementInput[];
  /** The cell of each measurement, in the same order. */
  readonly keys: readonly string[];
  /** Cells that say no figure. */
  readonly wrong: readonly string[];
}

export function readDraft(draft: Draft, locale: string): DraftReading {
  const measurements: MeasurementInput[] = [];
  const keys: string[] = [];
  const wrong: string[] = [];
  for (const [key, text] of draft) {
    const reading = readCell(text, locale);
    if (reading.kind === "wrong") wrong.push(key);
    if (reading.kind !== "figure") continue;
    measurements.push({ ...cellOf(key), figure: reading.figure });
    keys.push(key);
  }
  return { measurements, keys, wrong };
}

/** What the server said of a cell that was sent; null when it said nothing, or the cell wasn't sent. */
export function cellError(errors: readonly UserError[], sent: readonly string[], key: string): string | null {
  const index = sent.indexOf(key);
  return index < 0 ? null : errorOf(errors, `measurements.${index}`);
}
