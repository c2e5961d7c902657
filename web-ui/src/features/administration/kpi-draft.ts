import type { Aggregation, Direction, Frequency, KpiRole, MeasureType, Unit } from "~/graphql/graphql";

/** A KPI as it is typed. */
export interface KpiDraft {
  readonly displayName: string;
  readonly description: string;
  readonly role: KpiRole;
  readonly measureType: MeasureType;
  readonly unit: Unit;
  readonly currency: string;
  readonly decimals: string;
  readonly direction: Direction;
  readonly frequency: Frequency;
  readonly aggregation: Aggregation;
  readonly graceDays: string;
  readonly raciActivity: string;
  readonly effectOnGoal: string;
}

export const emptyDraft: KpiDraft = {
  displayName: "",
  description: "",
  role: "DRIVER",
  measureType: "OUTPUT",
  unit: "PERCENT",
  currency: "",
  decimals: "1",
  direction: "HIGHER_IS_BETTER",
  frequency: "MONTHLY",
  aggregation: "MEAN",
  graceDays: "7",
  raciActivity: "",
  effectOnGoal: "",
};

/** How figures of a unit roll up: shares don't add up. */
export function aggregationsOf(unit: Unit): readonly Aggregation[] {
  const shares = unit === "PERCENT" || unit === "PPM" || unit === "RATIO";
  return shares ? ["MEAN", "RATIO", "LAST"] : ["SUM", "MEAN", "LAST", "RATIO"];
}

/** With another unit, and with what can't be said of it any more put right. */
export function withUnit(draft: KpiDraft, unit: Unit): KpiDraft {
  const aggregation = aggregationsOf(unit).includes(draft.aggregation) ? draft.aggregation : "MEAN";
  return { ...draft, unit, aggregation, currency: unit === "MONEY" ? draft.currency : "" };
}

/** What the server is asked for. */
export function inputOf(draft: KpiDraft, partnership: string) {
  return {
    partnership,
    displayName: draft.displayName.trim(),
    description: draft.description.trim(),
    role: draft.role,
    measureType: draft.measureType,
    unit: draft.unit,
    currency: draft.unit === "MONEY" ? draft.currency.trim().toUpperCase() : null,
    decimals: whole(draft.decimals),
    direction: draft.direction,
    frequency: draft.frequency,
    aggregation: draft.aggregation,
    graceDays: whole(draft.graceDays),
    raciActivity: draft.raciActivity === "" ? null : draft.raciActivity,
    effectOnGoal: draft.role === "DRIVER" && draft.effectOnGoal.trim() !== "" ? draft.effectOnGoal.trim() : null,
    redAfter: 1,
    clearAfter: 2,
    ruleSet: "NHS" as const,
    rolledFrom: [],
    position: 0,
  };
}

/** What is no whole number is sent as one that the server refuses by name. */
function whole(text: string): number {
  return /^\d{1,3}$/.test(text.trim()) ? Number.parseInt(text, 10) : -1;
}
