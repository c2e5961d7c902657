import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { localeOf } from "~/lib/language";
import { type ParsedPeriod, parsePeriod } from "~/lib/periods";
import type { CalendarDate, DateTime, Decimal, Period } from "~/lib/scalars";

export type Unit = "PERCENT" | "COUNT" | "PPM" | "DAYS" | "HOURS" | "MONEY" | "RATIO";

/** What a figure is counted in, and how many decimals of it people read. */
export interface Measure {
  readonly unit: Unit;
  readonly decimals: number;
  /** ISO 4217, for money. */
  readonly currency?: string | null;
}

export interface Format {
  readonly locale: string;
  /** The number alone, as in a column whose heading says the unit. */
  readonly number: (value: Decimal | null | undefined, measure: Measure) => string;
  /** The number with its unit. */
  readonly figure: (value: Decimal | null | undefined, measure: Measure) => string;
  /** The number with its sign, as a change; a change of a percentage is told in points. */
  readonly change: (value: Decimal | null | undefined, measure: Measure) => string;
  /** What stands behind a number, such as `%`; empty for counts and ratios. */
  readonly unit: (measure: Measure) => string;
  readonly count: (value: number) => string;
  /** `Nov 2026`, `W47`, `Q4 2026`, `22 Nov`. */
  readonly period: (period: Period) => string;
  /** As short as an axis can bear: `Nov`, `47`, `Q4`, `22`. */
  readonly periodTick: (period: Period) => string;
  /** `November 2026`, `Week 47, 2026 (16 to 22 Nov)`. */
  readonly periodLong: (period: Period) => string;
  /** `30 Nov 2026`, for a date on the calendar that belongs to no zone. */
  readonly calendarDate: (date: CalendarDate) => string;
  /** `22 Nov 2026`. */
  readonly date: (moment: DateTime | Date) => string;
  /** `10:32 CET`. */
  readonly time: (moment: DateTime | Date) => string;
  /** `22 Nov 2026, 10:32 CET`: a time of day is never told without its zone. */
  readonly moment: (moment: DateTime | Date) => string;
  /** The time alone today, else with its date. */
  readonly when: (moment: DateTime | Date, now: Date) => string;
  /** The time alone today, else the date alone. */
  readonly day: (moment: DateTime | Date, now: Date) => string;
  /** How long from one moment to the other, in its largest unit: `3 h`, `2 days`. */
  readonly span: (from: DateTime | Date, to: Date) => string;
  /** The same of so many minutes. */
  readonly minutes: (minutes: number) => string;
}

/** Said where there is no figure. */
export const nothing = "–";

/** Between a number and its unit, where no line may break. */
const thin = "\u00a0";

/**
 * Numbers and dates as the reader writes them. Moments are told in the given zone, which is the partnership's on all of its pages,
 * or in the device's, where pages of several partnerships stand side by side.
 */
export function useFormat(timeZone?: string): Format {
  const { i18n } = useLingui();
  const language = i18n.locale;
  return useMemo(() => formatFor(localeOf(language), i18n, timeZone), [language, i18n, timeZone]);
}

export function formatFor(locale: string, i18n: I18n, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const dates = new Intl.DateTimeFormat(locale, { ...zone, day: "numeric", month: "short", year: "numeric" });
  const times = new Intl.DateTimeFormat(locale, {
    ...zone,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const calendar = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const date = (moment: DateTime | Date) => dates.format(new Date(moment));
  const time = (moment: DateTime | Date) => times.format(new Date(moment));
  const moment = (value: DateTime | Date) => `${date(value)}, ${time(value)}`;
  return {
    locale,
    ...figures(locale, i18n),
    ...periods(locale, i18n),
    calendarDate: (value) => calendar.format(new Date(`${value}T00:00:00Z`)),
    date,
    time,
    moment,
    when: (value, now) => (date(value) === date(now) ? time(value) : moment(value)),
    day: (value, now) => (date(value) === date(now) ? time(value) : date(value)),
    span: (from, to) => span(new Date(from), to, locale),
    minutes: (minutes) => span(new Date(0), new Date(minutes * 60_000), locale),
  };
}

function figures(locale: string, i18n: I18n) {
  const numbers = new Map<string, Intl.NumberFormat>();
  const cached = (key: string, options: Intl.NumberFormatOptions) => {
    const found = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, found);
    return found;
  };
  const fixed = (decimals: number, signDisplay: "auto" | "exceptZero") =>
    cached(`${decimals} ${signDisplay}`, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      roundingMode: "halfEven",
      signDisplay,
    });
  // A decimal goes to the formatter as text: it then rounds the exact figure, not the nearest float.
  const write = (value: Decimal | null | undefined, measure: Measure, sign: "auto" | "exceptZero") =>
    value == null
      ? nothing
      : fixed(measure.decimals, sign)
          .format(value as Intl.StringNumericLiteral)
          .replace("-", "\u2212");
  const unit = ({ unit: name, currency }: Measure) => unitText(name, currency ?? null, i18n);
  const withUnit = (text: string, symbol: string) =>
    text === nothing || symbol === "" ? text : `${text}${thin}${symbol}`;

  const number: Format["number"] = (value, measure) => write(value, measure, "auto");
  const figure: Format["figure"] = (value, measure) => withUnit(number(value, measure), unit(measure));
  const change: Format["change"] = (value, measure) =>
    withUnit(write(value, measure, "exceptZero"), measure.unit === "PERCENT" ? i18n._(msg`pts`) : unit(measure));
  const count = (value: number) => fixed(0, "auto").format(value);
  return { number, figure, change, unit, count };
}

function unitText(unit: Unit, currency: string | null, i18n: I18n): string {
  switch (unit) {
    case "PERCENT":
      return "%";
    case "PPM":
      return "ppm";
    case "DAYS":
      return i18n._(msg({ message: "days", comment: "Unit behind a number" }));
    case "HOURS":
      return "h";
    case "MONEY":
      return currency ?? "";
    case "COUNT":
    case "RATIO":
      return "";
  }
}

function periods(locale: string, i18n: I18n) {
  const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const day = utc({ day: "numeric", month: "short" });
  const dayLong = utc({ day: "numeric", month: "long", year: "numeric" });
  const month = utc({ month: "short", year: "numeric" });
  const monthLong = utc({ month: "long", year: "numeric" });
  const monthTick = utc({ month: "short" });
  const lastDay = (start: Date) => new Date(start.getTime() + 6 * 86_400_000);

  const of = (period: Period, write: (parsed: ParsedPeriod) => string) => {
    const parsed = parsePeriod(period);
    return parsed ? write(parsed) : period;
  };
  const short = (parsed: ParsedPeriod) => {
    switch (parsed.kind) {
      case "day":
        return day.format(parsed.start);
      case "week":
        return i18n._(msg`W${parsed.week}`);
      case "month":
        return month.format(parsed.start);
      case "quarter":
        return `Q${parsed.quarter} ${parsed.year}`;
    }
  };
  const tick = (parsed: ParsedPeriod) => {
    switch (parsed.kind) {
      case "day":
        return String(parsed.start.getUTCDate());
      case "week":
        return String(parsed.week);
      case "month":
        return monthTick.format(parsed.start).replace(".", "");
      case "quarter":
        return `Q${parsed.quarter}`;
    }
  };
  const long = (parsed: ParsedPeriod) => {
    switch (parsed.kind) {
      case "day":
        return dayLong.format(parsed.start);
      case "week":
        return i18n._(
          msg`Week ${parsed.week}, ${String(parsed.year)} (${day.formatRange(parsed.start, lastDay(parsed.start))})`,
        );
      case "month":
        return monthLong.format(parsed.start);
      case "quarter":
        return `Q${parsed.quarter} ${parsed.year}`;
    }
  };
  return {
    period: (period: Period) => of(period, short),
    periodTick: (period: Period) => of(period, tick),
    periodLong: (period: Period) => of(period, long),
  };
}

function span(from: Date, to: Date, locale: string): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 60) return `${minutes}${thin}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours}${thin}h`;
  return new Intl.NumberFormat(locale, { style: "unit", unit: "day", unitDisplay: "long" }).format(
    Math.floor(hours / 24),
  );
}
