import type { PatternKind, ScheduleInput } from "~/graphql/graphql";
import type { ListedSeries } from "./meetings-query";
import { weekdays } from "./schedule-words";
import { inDays } from "./who-and-when";

export type Pattern = Omit<NonNullable<ListedSeries["schedule"]["pattern"]>, "__typename">;

/** A schedule while it is chosen. */
export type Chosen = Omit<ListedSeries["schedule"], "__typename" | "pattern"> & { readonly pattern: Pattern | null };

/** Every Tuesday. */
export const weekly: Pattern = {
  kind: "WEEKLY",
  interval: 1,
  weekdays: ["TUESDAY"],
  monthDays: [],
  ordinal: 0,
  until: null,
  count: null,
};

/** A schedule to start from: every Tuesday at nine, from tomorrow on. */
export function fresh(timeZone: string): Chosen {
  return { rule: null, pattern: weekly, start: `${inDays(timeZone, 1)}T09:00`, timeZone, durationMinutes: 45 };
}

/** A kind of pattern starts with days that make sense for the chosen date. */
export function defaultsOf(kind: PatternKind, date: string): Partial<Pattern> {
  const first = new Date(`${date}T12:00:00Z`);
  const known = !Number.isNaN(first.getTime());
  const weekday = weekdays[known ? (first.getUTCDay() + 6) % 7 : 1] ?? "TUESDAY";
  const none = { kind, weekdays: [], monthDays: [], ordinal: 0 };
  switch (kind) {
    case "ONCE":
    case "DAILY":
      return none;
    case "WEEKLY":
      return { ...none, weekdays: [weekday] };
    case "MONTHLY_BY_DAY":
      return { ...none, monthDays: [known ? first.getUTCDate() : 1] };
    case "MONTHLY_BY_WEEKDAY":
      return { ...none, weekdays: [weekday], ordinal: 1 };
  }
}

/** As the server takes it: by pattern where it has one, by rule else. */
export function inputOf({ pattern, rule, start, timeZone, durationMinutes }: Chosen): ScheduleInput {
  const when = { start: start.slice(0, 16), timeZone, durationMinutes };
  if (pattern === null) return { ...when, rule, pattern: null };
  const { kind, interval, weekdays: on, monthDays, ordinal, until, count } = pattern;
  return {
    ...when,
    rule: null,
    pattern: { kind, interval, weekdays: [...on], monthDays: [...monthDays], ordinal, until, count },
  };
}

/** All time zones to choose from, the chosen one first. */
export function zones(chosen: string): readonly { id: string; text: string }[] {
  const all = Intl.supportedValuesOf("timeZone");
  return [...new Set([chosen, "UTC", ...all])].map((id) => ({ id, text: id }));
}
