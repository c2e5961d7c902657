import { describe, expect, it } from "vitest";
import { compareDecimals, parseDecimal, subtractDecimals } from "./decimal";

describe("comparing decimals", () => {
  it("tells a figure on its target from one a hair past it, where floats can't", () => {
    expect(Number("95.00000000000000001") - Number("95")).toBe(0);
    expect(compareDecimals("95.00000000000000001", "95")).toBe(1);
    expect(compareDecimals("95.0", "95")).toBe(0);
    expect(compareDecimals("-0.1", "0.05")).toBe(-1);
  });
});

describe("a typed number", () => {
  it.each([
    ["93.5", "en-GB", "93.5"],
    ["1,234.5", "en-GB", "1234.5"],
    ["1.234,5", "de-DE", "1234.5"],
    ["93,5", "de-DE", "93.5"],
    ["93,5", "en-GB", "93.5"],
    ["93.5", "de-DE", "93.5"],
    ["1.234", "de-DE", "1234"],
    ["0.935", "de-DE", "0.935"],
    ["−4", "en-GB", "-4"],
    ["1 234", "fr-FR", "1234"],
    ["007", "en-GB", "7"],
  ])("%s in %s is %s", (typed, locale, decimal) => {
    expect(parseDecimal(typed, locale)).toBe(decimal);
  });

  it.each(["", "abc", "1e3", "93 %", "1.2.3", "=1+1", "--1"])("%j is none", (typed) => {
    expect(parseDecimal(typed, "en-GB")).toBeNull();
  });
});

describe("the difference of two decimals", () => {
  it.each([
    ["86.4", "95.0", "-8.6"],
    ["0.3", "0.1", "0.2"],
    ["1", "0.95", "0.05"],
    ["-1.5", "-1.25", "-0.25"],
    ["100", "100.000", "0.000"],
    ["90071992547409931", "1", "90071992547409930"],
  ])("%s − %s = %s, exactly", (a, b, difference) => {
    expect(subtractDecimals(a, b)).toBe(difference);
  });
});
