import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { PatternKind, Weekday } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";

export const weekdays: readonly Weekday[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];

interface Words {
  readonly rule: string | null;
  readonly pattern: {
    readonly kind: PatternKind;
    readonly interval: number;
    readonly weekdays: readonly Weekday[];
    readonly monthDays: readonly number[];
    readonly ordinal: number;
    readonly until: string | null;
    readonly count: number | null;
  } | null;
  readonly start: string;
  readonly timeZone: string;
  readonly durationMinutes: number;
}

/** The name of a weekday in the reader's language. */
export function weekdayName(day: Weekday, locale: string, width: "long" | "short" = "long"): string {
  // 2024-01-01 was a Monday.
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)));
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" }).format(date);
}

/** A schedule as one would say it: «every Tuesday 09:00 Europe/Berlin, 45 min». */
export function useScheduleWords(): (schedule: Words) => string {
  const { t } = useLingui();
  const format = useFormat("UTC");
  const list = new Intl.ListFormat(format.locale, { type: "conjunction" });
  const days = (names: readonly Weekday[]) => list.format(names.map((day) => weekdayName(day, format.locale)));
  const ordinal = (at: number): string => {
    switch (at) {
      case 1:
        return t({ message: "first", comment: "Ordinal of a weekday in a month" });
      case 2:
        return t({ message: "second", comment: "Ordinal of a weekday in a month" });
      case 3:
        return t({ message: "third", comment: "Ordinal of a weekday in a month" });
      case 4:
        return t({ message: "fourth", comment: "Ordinal of a weekday in a month" });
      case 5:
        return t({ message: "fifth", comment: "Ordinal of a weekday in a month" });
      case -1:
        return t({ message: "last", comment: "Ordinal of a weekday in a month" });
      case -2:
        return t({ message: "last but one", comment: "Ordinal of a weekday in a month" });
      default:
        return String(at);
    }
  };
  const workdays = (names: readonly Weekday[]) =>
    names.length === 5 && !names.includes("SATURDAY") && !names.includes("SUNDAY");

  const recurrence = ({ pattern, rule, start }: Words): string => {
    if (pattern === null) return rule ?? t`once, on ${format.date(`${start.slice(0, 10)}T12:00:00Z`)}`;
    const { interval } = pattern;
    switch (pattern.kind) {
      case "ONCE":
        return t`once, on ${format.date(`${start.slice(0, 10)}T12:00:00Z`)}`;
      case "DAILY":
        return t`${plural(interval, { one: "every day", other: "every # days" })}`;
      case "WEEKLY":
        return interval === 1
          ? t`every ${days(pattern.weekdays)}`
          : t`every ${interval} weeks on ${days(pattern.weekdays)}`;
      case "MONTHLY_BY_DAY": {
        const which = list.format(pattern.monthDays.map((day) => (day === -1 ? t`the last day` : `${day}.`)));
        return t`${plural(interval, { one: "every month", other: "every # months" })} on ${which}`;
      }
      case "MONTHLY_BY_WEEKDAY": {
        const which = workdays(pattern.weekdays) ? t`workday` : days(pattern.weekdays);
        return t`${ordinal(pattern.ordinal)} ${which} of ${plural(interval, { one: "every month", other: "every # months" })}`;
      }
    }
  };
  return (schedule) => {
    const parts = [`${recurrence(schedule)} ${schedule.start.slice(11, 16)} ${schedule.timeZone}`];
    parts.push(t`${schedule.durationMinutes} min`);
    if (schedule.pattern?.until != null) parts.push(t`until ${format.date(`${schedule.pattern.until}T12:00:00Z`)}`);
    if (schedule.pattern?.count != null) {
      parts.push(t`${plural(schedule.pattern.count, { one: "once", other: "# times" })}`);
    }
    return parts.join(", ");
  };
}
