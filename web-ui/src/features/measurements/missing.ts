import type { Frequency } from "~/graphql/graphql";
import { kindOfFrequency, parsePeriod, periodAt, previousPeriod } from "~/lib/periods";
import type { Period } from "~/lib/scalars";

/** The period that a date (`2026-11-22`, in the partnership's zone) lies in. */
export function periodOn(frequency: Frequency, date: string): Period {
  return periodAt(kindOfFrequency[frequency], new Date(`${date}T00:00:00Z`));
}

/** The last periods that are over on a date, oldest first. */
export function endedPeriods(frequency: Frequency, date: string, count: number): readonly Period[] {
  const periods: Period[] = [];
  let period = periodOn(frequency, date);
  for (let left = count; left > 0; left--) {
    const parsed = parsePeriod(period);
    if (parsed === null) break;
    period = previousPeriod(parsed);
    periods.unshift(period);
  }
  return periods;
}

interface MissingQuestion {
  readonly frequency: Frequency;
  /** Periods that have a figure, also those without activity. */
  readonly known: ReadonlySet<Period>;
  /** Today in the partnership's zone. */
  readonly date: string;
  /** How far back to look, in periods. */
  readonly window: number;
  /** How many at most; the oldest gaps first, as they keep a page stale. */
  readonly limit: number;
}

/** Periods that are over and have no figure, oldest first; of a KPI without any figure only the last period. */
export function missingPeriods({ frequency, known, date, window, limit }: MissingQuestion): readonly Period[] {
  const ended = endedPeriods(frequency, date, window);
  if (known.size === 0) return ended.slice(-1);
  const first = Math.max(
    0,
    ended.findIndex((period) => known.has(period)),
  );
  return ended
    .slice(first)
    .filter((period) => !known.has(period))
    .slice(0, limit);
}
