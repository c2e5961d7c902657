import { expect, it } from "vitest";
import { aggregationsOf, emptyDraft, inputOf, withUnit } from "./kpi-draft";

it("never adds up shares", () => {
  expect(aggregationsOf("PERCENT")).not.toContain("SUM");
  expect(withUnit({ ...emptyDraft, unit: "COUNT", aggregation: "SUM" }, "PPM").aggregation).toBe("MEAN");
  expect(withUnit({ ...emptyDraft, unit: "COUNT", aggregation: "SUM" }, "HOURS").aggregation).toBe("SUM");
});

it("names a currency for money only, and an effect for drivers only", () => {
  const draft = { ...emptyDraft, currency: "eur", effectOnGoal: "scrap delays" };
  expect(inputOf(draft, "acme")).toMatchObject({ currency: null, effectOnGoal: "scrap delays", decimals: 1 });
  expect(inputOf({ ...draft, role: "GOAL", unit: "MONEY" }, "acme")).toMatchObject({
    currency: "EUR",
    effectOnGoal: null,
  });
});

it("sends what is no number so that it is refused", () => {
  expect(inputOf({ ...emptyDraft, decimals: "two" }, "acme").decimals).toBe(-1);
});
