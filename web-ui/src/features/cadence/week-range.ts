import { momentIn } from "~/lib/zone";

/** Monday of the week that a date is in, some weeks later or earlier; ISO dates. */
export function mondayOf(date: string, weeks = 0): string {
  const day = new Date(`${date}T00:00:00Z`);
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() + (weeks * 7 - sinceMonday) * 86_400_000).toISOString().slice(0, 10);
}

/** A week from Monday midnight to Monday midnight on the clocks of a zone. */
export function weekFrom(zone: string, monday: string): { readonly from: string; readonly to: string } {
  return {
    from: momentIn(zone, { date: monday, time: "00:00:00" }).toISOString(),
    to: momentIn(zone, { date: mondayOf(monday, 1), time: "00:00:00" }).toISOString(),
  };
}
