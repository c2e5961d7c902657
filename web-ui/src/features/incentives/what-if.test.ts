import { expect, it } from "vitest";
import { rangeOf } from "./what-if";

it("lets a percentage go no further than it can", () => {
  expect(rangeOf({ unit: "PERCENT", decimals: 1 }, ["88.4", null, "97.0"])).toEqual({ low: 82, high: 100, step: 0.1 });
});

it("never goes below nothing, except for money and what was below already", () => {
  expect(rangeOf({ unit: "DAYS", decimals: 0 }, ["1", "9"])?.low).toBe(0);
  expect(rangeOf({ unit: "DAYS", decimals: 0 }, ["-2", "9"])?.low).toBe(-10);
});

it("has no slider where nothing was ever measured", () => {
  expect(rangeOf({ unit: "COUNT", decimals: 0 }, [null])).toBeNull();
});
