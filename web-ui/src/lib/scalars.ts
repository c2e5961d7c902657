/** An exact decimal as text with a point and no exponent, such as `90.35`. Only drawing may turn it into a float. */
export type Decimal = string;

/** A moment as ISO 8601 in UTC. */
export type DateTime = string;

/** A date on the calendar of the partnership's zone, such as `2026-11-30`. */
export type CalendarDate = string;

/** A day (`2026-11-22`), ISO week (`2026-W47`), month (`2026-11`) or quarter (`2026-Q4`). */
export type Period = string;

export type Status = "GREEN" | "AMBER" | "RED" | "STALE" | "NO_DATA";

/** A run of periods as columns, oldest first. Null is "none"; a column that does not apply is absent. */
export interface TimeSeries {
  readonly periods: readonly Period[];
  readonly values: readonly (Decimal | null)[];
  readonly statuses: readonly Status[];
  readonly targets?: readonly (Decimal | null)[];
  readonly redLimits?: readonly (Decimal | null)[];
  readonly upperTargets?: readonly (Decimal | null)[];
  readonly upperRedLimits?: readonly (Decimal | null)[];
  readonly centers?: readonly (Decimal | null)[];
  readonly lowerLimits?: readonly (Decimal | null)[];
  readonly upperLimits?: readonly (Decimal | null)[];
}
