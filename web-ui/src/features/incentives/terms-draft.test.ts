import { expect, it } from "vitest";
import { draftOf, emptyRule, emptyTerms, tierProblems, toInput } from "./terms-draft";

const say = (code: string, from: string, to: string) => `${code} ${from} ${to}`.trim();
const tier = (lower: string, upper: string) => ({ lower, upper });

it("finds nothing wrong with tiers that share their edges", () => {
  expect(tierProblems([tier("", "95"), tier("95.0", "99"), tier("99", "")], "en", say)).toEqual([]);
});

it("names a gap and an overlap at the field where the tier begins", () => {
  expect(tierProblems([tier("", "95"), tier("96", "99"), tier("98", "")], "en", say)).toEqual([
    { code: "tiers.gap", field: "1.lower", message: "gap 95 96" },
    { code: "tiers.overlap", field: "2.lower", message: "overlap 98 99" },
  ]);
});

it("refuses a first tier that begins and a last one that ends somewhere", () => {
  expect(tierProblems([tier("0", "95"), tier("95", "100")], "en", say).map(({ field }) => field)).toEqual([
    "0.lower",
    "1.upper",
  ]);
});

it("compares edges exactly and as the reader writes them", () => {
  expect(tierProblems([tier("", "0,1"), tier("0,10000000000000000001", "")], "de", say)).toHaveLength(1);
  expect(tierProblems([tier("", "9,5"), tier("9,50", "")], "de", say)).toEqual([]);
});

it("says nothing about an edge while half of it is typed", () => {
  expect(tierProblems([tier("", "95"), tier("-", "")], "en", say)).toEqual([]);
});

it("sends numbers where there are some and nothing where there are none", () => {
  const rule = { ...emptyRule("TIERED", "On time"), kpi: "otd", payAs: "PERCENT" as const };
  const typed = [
    { key: "a", lower: "", upper: "95", pay: "-10" },
    { key: "b", lower: "95", upper: "", pay: "x" },
  ];
  const input = toInput({ ...emptyTerms("usd", "2027-Q1"), cap: "1,000", rules: [{ ...rule, tiers: typed }] }, "en");
  expect(input.currency).toBe("USD");
  expect(input.cap).toBe("1000");
  expect(input.floor).toBeNull();
  expect(input.rules[0]?.tiered?.tiers).toEqual([
    { lower: null, upper: "95", percent: "-10" },
    { lower: "95", upper: null, percent: null },
  ]);
});

it("writes on where saved terms stopped, in the reader's language", () => {
  const money = (amount: string) => ({ amount, currency: "EUR" });
  const draft = draftOf(
    {
      __typename: "Terms",
      displayName: "Bonus",
      currency: "EUR",
      settlementFrequency: "MONTHLY",
      firstPeriod: "2026-12",
      lastPeriod: null,
      graceDays: 7,
      bonusPool: null,
      invoicedSpendKpi: null,
      cap: money("1500.50"),
      floor: null,
      remarks: null,
      rules: [
        {
          ruleId: "late",
          displayName: "Late",
          kind: "LATE_DISCLOSURE",
          cap: null,
          floor: null,
          tiered: null,
          priceAdjustment: null,
          linear: null,
          gainShare: null,
          transparencyCredit: null,
          truthfulTarget: null,
          lateDisclosure: {
            kpis: ["otd"],
            steps: [{ daysBefore: 14, charge: money("250.25") }],
            undisclosedCharge: money("900.00"),
            capPerPeriod: money("2000.00"),
          },
        },
      ],
    } as unknown as Parameters<typeof draftOf>[0],
    "de",
  );
  expect(draft.cap).toBe("1500,5");
  expect(draft.rules[0]?.steps[0]).toMatchObject({ days: "14", pay: "250,25" });
  expect(draft.rules[0]?.figures).toMatchObject({ undisclosedCharge: "900", capPerPeriod: "2000" });
  expect(toInput(draft, "de").rules[0]?.lateDisclosure?.steps).toEqual([{ daysBefore: 14, charge: "250.25" }]);
});
