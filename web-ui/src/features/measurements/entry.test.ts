import { describe, expect, it } from "vitest";
import { emptyEntry, modesOf, readCell, readEntry } from "./entry";

describe("a cell of the grid", () => {
  it.each([
    ["93.5", { value: "93.5" }],
    ["  93.5 %", { value: "93.5" }],
    ["45/48", { numerator: "45", denominator: "48" }],
    [" 1,045 / 1,048 ", { numerator: "1045", denominator: "1048" }],
    ["-", { noActivity: true }],
    ["–", { noActivity: true }],
    ["-3", { value: "-3" }],
  ])("%j is a figure", (text, figure) => {
    expect(readCell(text, "en-GB")).toEqual({ kind: "figure", figure });
  });

  it("keeps every digit of what was typed", () => {
    expect(readCell("0.10000000000000000001", "en-GB")).toEqual({
      kind: "figure",
      figure: { value: "0.10000000000000000001" },
    });
  });

  it("reads German numbers as Germans write them", () => {
    expect(readCell("1.234,5", "de-DE")).toEqual({ kind: "figure", figure: { value: "1234.5" } });
  });

  it.each(["", "   "])("%j is nothing yet", (text) => {
    expect(readCell(text, "en-GB").kind).toBe("empty");
  });

  it.each(["abc", "=1+1", "45/", "/48", "45/48/2", "1e5"])("%j is no figure, and is not taken for nothing", (text) => {
    expect(readCell(text, "en-GB").kind).toBe("wrong");
  });
});

describe("an entry of the form", () => {
  it("names the half of a fraction that is missing", () => {
    const entry = { ...emptyEntry("RATIO"), numerator: "45" };
    expect(readEntry(entry, "en-GB")).toEqual({ kind: "wrong", fields: ["denominator"] });
  });

  it("is a fraction for a ratio and never one for a sum, as the server wants it", () => {
    expect(modesOf("RATIO")).not.toContain("value");
    expect(modesOf("SUM")).not.toContain("fraction");
  });
});
