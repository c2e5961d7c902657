import type { Period } from "~/lib/scalars";

export type ParsedPeriod =
  | { readonly kind: "day"; readonly start: Date }
  | { readonly kind: "week"; readonly start: Date; readonly year: number; readonly week: number }
  | { readonly kind: "month"; readonly start: Date; readonly year: number; readonly month: number }
  | { readonly kind: "quarter"; readonly start: Date; readonly year: number; readonly quarter: number };

/** The kind of period in which a figure of the frequency is due. */
export const kindOfFrequency = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", QUARTERLY: "quarter" } as const;

const dayLength = 86_400_000; // milliseconds; periods are reckoned in UTC, where every day has as many

/** Null when the text names no period. The start is midnight UTC of its first day: a date on the calendar, no moment. */
export function parsePeriod(period: Period): ParsedPeriod | null {
  const [, yearText = "", rest = ""] = /^(\d{4})-(.+)$/.exec(period) ?? [];
  const year = Number(yearText);
  if (/^W\d\d$/.test(rest)) return weekOf(year, Number(rest.slice(1)));
  if (/^Q[1-4]$/.test(rest)) return quarterOf(year, Number(rest.slice(1)));
  if (/^\d\d$/.test(rest)) return monthOf(year, Number(rest));
  if (/^\d\d-\d\d$/.test(rest)) return dayOf(period);
  return null;
}

function weekOf(year: number, week: number): ParsedPeriod | null {
  if (week < 1 || week > weeksIn(year)) return null;
  return { kind: "week", start: new Date(firstMonday(year) + (week - 1) * 7 * dayLength), year, week };
}

function quarterOf(year: number, quarter: number): ParsedPeriod {
  return { kind: "quarter", start: new Date(Date.UTC(year, (quarter - 1) * 3, 1)), year, quarter };
}

function monthOf(year: number, month: number): ParsedPeriod | null {
  if (month < 1 || month > 12) return null;
  return { kind: "month", start: new Date(Date.UTC(year, month - 1, 1)), year, month };
}

function dayOf(text: string): ParsedPeriod | null {
  const start = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(text);
  return exists ? { kind: "day", start } : null;
}

/** The Monday of ISO week 1, which is the week of 4 January. */
function firstMonday(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - weekday * dayLength;
}

function weeksIn(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / (7 * dayLength);
}

/** First day after the period, as midnight UTC. */
export function endOf(period: ParsedPeriod): Date {
  const { start } = period;
  switch (period.kind) {
    case "day":
      return new Date(start.getTime() + dayLength);
    case "week":
      return new Date(start.getTime() + 7 * dayLength);
    case "month":
      return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
    case "quarter":
      return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 3, 1));
  }
}

/** The period of the kind that a date, given as midnight UTC, lies in. */
export function periodAt(kind: ParsedPeriod["kind"], date: Date): Period {
  const year = date.getUTCFullYear();
  const two = (value: number) => String(value).padStart(2, "0");
  switch (kind) {
    case "day":
      return date.toISOString().slice(0, 10);
    case "month":
      return `${year}-${two(date.getUTCMonth() + 1)}`;
    case "quarter":
      return `${year}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
    case "week": {
      const isoYear =
        date.getTime() >= firstMonday(year + 1) ? year + 1 : date.getTime() < firstMonday(year) ? year - 1 : year;
      return `${isoYear}-W${two(Math.floor((date.getTime() - firstMonday(isoYear)) / (7 * dayLength)) + 1)}`;
    }
  }
}

export function nextPeriod(period: ParsedPeriod): Period {
  return periodAt(period.kind, endOf(period));
}

export function previousPeriod(period: ParsedPeriod): Period {
  return periodAt(period.kind, new Date(period.start.getTime() - dayLength));
}
