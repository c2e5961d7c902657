import type {
  Better,
  Edge,
  InvoicedAs,
  PayRuleInput,
  RuleKind,
  TermsFieldsFragment,
  TermsInput,
} from "~/graphql/graphql";
import { compareDecimals, isDecimal, parseDecimal } from "~/lib/decimal";
import { newId } from "~/lib/ids";
import type { UserError } from "~/lib/user-errors";

// Terms while they are written: everything is text as it was typed, so that half a number is no fault of the form.

export interface TierDraft {
  readonly key: string;
  readonly lower: string;
  readonly upper: string;
  readonly pay: string;
}

export interface StepDraft {
  readonly key: string;
  readonly days: string;
  readonly pay: string;
}

export interface RuleDraft {
  readonly key: string;
  readonly ruleId: string | null;
  readonly displayName: string;
  readonly kind: RuleKind;
  readonly kpi: string;
  readonly edge: Edge;
  readonly payAs: "AMOUNT" | "PERCENT";
  readonly tiers: readonly TierDraft[];
  readonly steps: readonly StepDraft[];
  readonly invoicedAs: InvoicedAs;
  readonly better: Better;
  /** Single figures of the rule, by the name the schema has for them. */
  readonly figures: Readonly<Record<string, string>>;
}

export interface TermsDraft {
  readonly displayName: string;
  readonly currency: string;
  readonly settlementFrequency: "MONTHLY" | "QUARTERLY";
  readonly firstPeriod: string;
  readonly lastPeriod: string;
  readonly graceDays: string;
  readonly bonusPool: string;
  readonly invoicedSpendKpi: string;
  readonly cap: string;
  readonly floor: string;
  readonly remarks: string;
  readonly rules: readonly RuleDraft[];
}

export function emptyTier(lower = ""): TierDraft {
  return { key: newId(), lower, upper: "", pay: "" };
}

export function emptyStep(): StepDraft {
  return { key: newId(), days: "", pay: "" };
}

export function emptyRule(kind: RuleKind, displayName: string): RuleDraft {
  return {
    key: newId(),
    ruleId: null,
    displayName,
    kind,
    kpi: "",
    edge: "LOWER_INCLUDED",
    payAs: kind === "PRICE_ADJUSTMENT" ? "PERCENT" : "AMOUNT",
    tiers: [emptyTier(), emptyTier()],
    steps: [emptyStep()],
    invoicedAs: "COST_AND_FEE",
    better: "HIGHER",
    figures: kind === "TRUTHFUL_TARGET" ? { declareWithinDays: "10" } : {},
  };
}

export function emptyTerms(currency: string, firstPeriod: string): TermsDraft {
  return {
    displayName: "",
    currency,
    settlementFrequency: "QUARTERLY",
    firstPeriod,
    lastPeriod: "",
    graceDays: "10",
    bonusPool: "",
    invoicedSpendKpi: "",
    cap: "",
    floor: "",
    remarks: "",
    rules: [],
  };
}

/** What the schema wants of a draft: numbers where there are some, nothing where there are none. */
export function toInput(draft: TermsDraft, locale: string): TermsInput {
  const number = (typed: string | undefined) => parseDecimal(typed ?? "", locale);
  const whole = (typed: string | undefined) => Number.parseInt(typed ?? "", 10) || 0;
  const rules = draft.rules.map((rule) => ruleInput(rule, number, whole));
  return {
    displayName: draft.displayName.trim(),
    currency: draft.currency.trim().toUpperCase(),
    settlementFrequency: draft.settlementFrequency,
    firstPeriod: draft.firstPeriod,
    lastPeriod: draft.lastPeriod === "" ? null : draft.lastPeriod,
    graceDays: whole(draft.graceDays),
    bonusPool: number(draft.bonusPool),
    invoicedSpendKpi: draft.invoicedSpendKpi === "" ? null : draft.invoicedSpendKpi,
    cap: number(draft.cap),
    floor: number(draft.floor),
    remarks: draft.remarks.trim() === "" ? null : draft.remarks.trim(),
    rules,
  };
}

type Reading<T> = (typed: string | undefined) => T;

function ruleInput(rule: RuleDraft, number: Reading<string | null>, whole: Reading<number>): PayRuleInput {
  const { figures, kpi } = rule;
  const head = {
    ruleId: rule.ruleId,
    displayName: rule.displayName.trim(),
    cap: number(figures["cap"]),
    floor: number(figures["floor"]),
  };
  switch (rule.kind) {
    case "TIERED":
      return { ...head, tiered: { kpi, edge: rule.edge, tiers: tiersOf(rule, number) } };
    case "PRICE_ADJUSTMENT":
      return { ...head, priceAdjustment: { kpi, edge: rule.edge, tiers: tiersOf(rule, number) } };
    case "LINEAR":
      return {
        ...head,
        linear: {
          kpi,
          lower: number(figures["lower"]),
          upper: number(figures["upper"]),
          zeroAt: number(figures["zeroAt"]),
          amountPerPoint: number(figures["amountPerPoint"]),
        },
      };
    case "GAIN_SHARE":
      return {
        ...head,
        gainShare: {
          kpi,
          targetCost: number(figures["targetCost"]),
          targetFee: number(figures["targetFee"]),
          ceilingPrice: number(figures["ceilingPrice"]),
          ownerSharePercent: number(figures["ownerSharePercent"]),
          invoicedAs: rule.invoicedAs,
        },
      };
    case "TRANSPARENCY_CREDIT":
      return {
        ...head,
        transparencyCredit: {
          kpis: kpi === "" ? [] : [kpi],
          steps: rule.steps.map(({ days, pay }) => ({ daysBefore: whole(days), percent: number(pay) })),
          capPerPeriod: number(figures["capPerPeriod"]),
        },
      };
    case "LATE_DISCLOSURE":
      return {
        ...head,
        lateDisclosure: {
          kpis: kpi === "" ? [] : [kpi],
          steps: rule.steps.map(({ days, pay }) => ({ daysBefore: whole(days), charge: number(pay) })),
          undisclosedCharge: number(figures["undisclosedCharge"]),
          capPerPeriod: number(figures["capPerPeriod"]),
        },
      };
    case "TRUTHFUL_TARGET":
      return {
        ...head,
        truthfulTarget: {
          kpi,
          baseBonus: number(figures["baseBonus"]),
          reference: number(figures["reference"]),
          alpha: number(figures["alpha"]),
          beta: number(figures["beta"]),
          gamma: number(figures["gamma"]),
          declareWithinDays: whole(figures["declareWithinDays"]),
          better: rule.better,
        },
      };
  }
}

function tiersOf(rule: RuleDraft, number: Reading<string | null>) {
  return rule.tiers.map(({ lower, upper, pay }) => ({
    lower: number(lower),
    upper: number(upper),
    ...(rule.payAs === "AMOUNT" ? { amount: number(pay) } : { percent: number(pay) }),
  }));
}

/**
 * Gaps and overlaps between the tiers of a rule, at the field where they are, before the server says anything. Two neighbours
 * must share their edge; the first begins and the last ends nowhere.
 *
 * @param say words for a code
 */
export function tierProblems(
  tiers: readonly Pick<TierDraft, "lower" | "upper">[],
  locale: string,
  say: (code: "gap" | "overlap" | "start" | "end", from: string, to: string) => string,
): readonly UserError[] {
  const at = (index: number, field: "lower" | "upper", code: "gap" | "overlap", message: string): UserError => ({
    code: `tiers.${code}`,
    field: `${index}.${field}`,
    message,
  });
  const first = tiers[0]?.lower.trim() ?? "";
  const last = tiers.at(-1)?.upper.trim() ?? "";
  return [
    ...(first === "" ? [] : [at(0, "lower", "gap", say("start", first, ""))]),
    ...tiers.flatMap(({ lower }, index) => {
      const upper = tiers[index - 1]?.upper ?? "";
      const order = orderOf(lower, upper, locale);
      if (order > 0) return [at(index, "lower", "gap", say("gap", upper, lower))];
      return order < 0 ? [at(index, "lower", "overlap", say("overlap", lower, upper))] : [];
    }),
    ...(last === "" ? [] : [at(tiers.length - 1, "upper", "gap", say("end", last, ""))]),
  ];
}

/** Zero also while one of both is no number yet. */
function orderOf(one: string, other: string, locale: string): number {
  const [left, right] = [parseDecimal(one, locale), parseDecimal(other, locale)];
  return left === null || right === null ? 0 : compareDecimals(left, right);
}

/** Terms that were saved, to be written on. */
export function draftOf(terms: TermsFieldsFragment, locale: string): TermsDraft {
  const shown = typed(locale);
  return {
    displayName: terms.displayName,
    currency: terms.currency,
    settlementFrequency: terms.settlementFrequency,
    firstPeriod: terms.firstPeriod,
    lastPeriod: terms.lastPeriod ?? "",
    graceDays: String(terms.graceDays),
    bonusPool: shown(terms.bonusPool?.amount),
    invoicedSpendKpi: terms.invoicedSpendKpi ?? "",
    cap: shown(terms.cap?.amount),
    floor: shown(terms.floor?.amount),
    remarks: terms.remarks ?? "",
    rules: terms.rules.map((rule) => ruleDraft(rule, shown)),
  };
}

type SavedRule = TermsFieldsFragment["rules"][number];

type Shown = (value: string | null | undefined) => string;

function ruleDraft(rule: SavedRule, shown: Shown): RuleDraft {
  const tiers = rule.tiered ?? rule.priceAdjustment;
  return {
    ...emptyRule(rule.kind, rule.displayName),
    ruleId: rule.ruleId,
    kpi: kpiOf(rule),
    edge: tiers?.edge ?? "LOWER_INCLUDED",
    payAs: tiers?.tiers.some(({ percent }) => percent != null) ? "PERCENT" : "AMOUNT",
    tiers: (tiers?.tiers ?? []).map(({ lower, upper, amount, percent }) => ({
      key: newId(),
      lower: shown(lower),
      upper: shown(upper),
      pay: shown(percent ?? amount?.amount),
    })),
    steps: stepsOf(rule).map(([days, pay]) => ({ key: newId(), days: String(days), pay: shown(pay) })),
    invoicedAs: rule.gainShare?.invoicedAs ?? "COST_AND_FEE",
    better: rule.truthfulTarget?.better ?? "HIGHER",
    figures: figuresOf(rule, shown),
  };
}

function kpiOf({ tiered, priceAdjustment, linear, gainShare, truthfulTarget, ...open }: SavedRule): string {
  const one = tiered ?? priceAdjustment ?? linear ?? gainShare ?? truthfulTarget;
  const several = open.transparencyCredit ?? open.lateDisclosure;
  return one?.kpi ?? several?.kpis[0] ?? "";
}

function stepsOf({ transparencyCredit, lateDisclosure }: SavedRule): readonly (readonly [number, string])[] {
  return [
    ...(transparencyCredit?.steps ?? []).map(({ daysBefore, percent }) => [daysBefore, percent] as const),
    ...(lateDisclosure?.steps ?? []).map(({ daysBefore, charge }) => [daysBefore, charge.amount] as const),
  ];
}

/** Every single figure of a rule, by the name the schema has for it. */
function figuresOf(rule: SavedRule, shown: Shown): Readonly<Record<string, string>> {
  const parts = [rule.linear, rule.gainShare, rule.truthfulTarget, rule.transparencyCredit, rule.lateDisclosure];
  const members = [...parts.flatMap((part) => Object.entries(part ?? {})), ["cap", rule.cap], ["floor", rule.floor]];
  return Object.fromEntries(members.map(([name, value]) => [name, textOf(value, shown)]));
}

function textOf(value: unknown, shown: Shown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return isDecimal(value) ? shown(value) : "";
  return typeof value === "object" && value !== null && "amount" in value ? shown(String(value.amount)) : "";
}

/** A decimal as a person of the locale would type it. */
function typed(locale: string): (value: string | null | undefined) => string {
  const numbers = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 });
  return (value) => (value == null || value === "" ? "" : numbers.format(value as Intl.StringNumericLiteral));
}
