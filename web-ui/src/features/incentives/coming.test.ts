import { expect, test } from "vitest";
import { runningAndNext } from "./coming";

test("months go on over the end of a year", () => {
  expect(runningAndNext("MONTHLY", "2026-11-22", 3)).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
});

test("a quarter begins on its first day", () => {
  expect(runningAndNext("QUARTERLY", "2027-01-01", 1)).toEqual(["2027-Q1", "2027-Q2"]);
});
