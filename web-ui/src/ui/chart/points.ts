import { toDrawing } from "~/lib/decimal";
import type { Decimal, Period, Status, TimeSeries } from "~/lib/scalars";

/** One period of a series, with the figures as floats: for drawing only. */
export interface Point {
  readonly period: Period;
  readonly status: Status;
  /** The exact figure, for reading. */
  readonly figure: Decimal | null;
  readonly value: number | null;
  readonly target: number | null;
  readonly redLimit: number | null;
  readonly upperTarget: number | null;
  readonly upperRedLimit: number | null;
  readonly center: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export function toPoints(series: TimeSeries): readonly Point[] {
  return series.periods.map((period, index) => {
    const at = (column: readonly (Decimal | null)[] | undefined) => toDrawing(column?.[index]);
    return {
      period,
      status: series.statuses[index] ?? "NO_DATA",
      figure: series.values[index] ?? null,
      value: at(series.values),
      target: at(series.targets),
      redLimit: at(series.redLimits),
      upperTarget: at(series.upperTargets),
      upperRedLimit: at(series.upperRedLimits),
      center: at(series.centers),
      lower: at(series.lowerLimits),
      upper: at(series.upperLimits),
    };
  });
}

/** Unbroken stretches of points that have the wanted figure; a missing one leaves a gap, never a bridge. */
export function stretches<T>(
  items: readonly T[],
  has: (item: T) => boolean,
): readonly (readonly { item: T; index: number }[])[] {
  const found: { item: T; index: number }[][] = [];
  let open: { item: T; index: number }[] | null = null;
  items.forEach((item, index) => {
    if (!has(item)) {
      open = null;
      return;
    }
    if (open === null) {
      open = [];
      found.push(open);
    }
    open.push({ item, index });
  });
  return found;
}

/** The span of all given figures with some air, so that no mark touches the edge; never of zero height. */
export function extentOf(figures: readonly (number | null)[], air = 0.08): readonly [number, number] {
  const known = figures.filter((figure) => figure !== null);
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const margin = high === low ? Math.max(Math.abs(high) * 0.05, 0.5) : (high - low) * air;
  return [low - margin, high + margin];
}
