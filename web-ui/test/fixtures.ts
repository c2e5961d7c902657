import type { Measure } from "~/lib/format";
import type { Status, TimeSeries } from "~/lib/scalars";

export const percent: Measure = { unit: "PERCENT", decimals: 1 };
export const days: Measure = { unit: "DAYS", decimals: 1 };

/** On-time delivery by month, made up: a gap in March, red in summer, back on target in October. */
export const onTimeDelivery: TimeSeries = (() => {
  const values = ["96.1", "95.4", "97.0", "93.8", null, "94.9", "92.2", "88.4", "86.1", "91.0", "93.5", "95.0", "95.8"];
  const periods = [
    "2025-11",
    "2025-12",
    ...Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`),
  ];
  const statusOf = (value: string | null): Status =>
    value === null ? "NO_DATA" : Number(value) >= 95 ? "GREEN" : Number(value) >= 90 ? "AMBER" : "RED";
  return {
    periods,
    values,
    statuses: values.map(statusOf),
    targets: periods.map((period) => (period < "2026-02" ? "94.0" : "95.0")),
    redLimits: periods.map(() => "90.0"),
    centers: periods.map(() => "93.3"),
    lowerLimits: periods.map(() => "87.2"),
    upperLimits: periods.map(() => "99.4"),
  };
})();

export function seriesOf(values: readonly (string | null)[], statuses: readonly Status[]): TimeSeries {
  return {
    periods: values.map((_, index) => `2026-${String(index + 1).padStart(2, "0")}`),
    values,
    statuses,
    targets: values.map(() => "10"),
    redLimits: values.map(() => "14"),
  };
}
