import type { SettlementFrequency } from "~/graphql/graphql";
import { kindOfFrequency, nextPeriod, parsePeriod, periodAt } from "~/lib/periods";
import type { Period } from "~/lib/scalars";

/** The running period and some after it. */
export function coming(kind: Parameters<typeof periodAt>[0], today: string, more: number): readonly Period[] {
  const periods = [periodAt(kind, new Date(`${today}T00:00:00Z`))];
  while (periods.length <= more) {
    const last = parsePeriod(periods.at(-1) ?? "");
    if (last === null) break;
    periods.push(nextPeriod(last));
  }
  return periods;
}

/** The running settlement period and some after it. */
export function runningAndNext(frequency: SettlementFrequency, today: string, more: number): readonly Period[] {
  return coming(kindOfFrequency[frequency], today, more);
}
