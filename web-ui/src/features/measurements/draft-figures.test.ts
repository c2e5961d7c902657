import { describe, expect, it } from "vitest";
import { cellError, readDraft, withText } from "./draft-figures";

const draft = new Map([
  ["on-time-delivery/2026-09", "45/48"],
  ["lead-time/2026-10", "abc"],
  ["lead-time/2026-W09", "112"],
]);

describe("what is typed into the grid", () => {
  it("is read into figures in order, and what is none is named", () => {
    expect(readDraft(draft, "en-GB")).toEqual({
      measurements: [
        { kpi: "on-time-delivery", period: "2026-09", figure: { numerator: "45", denominator: "48" } },
        { kpi: "lead-time", period: "2026-W09", figure: { value: "112" } },
      ],
      keys: ["on-time-delivery/2026-09", "lead-time/2026-W09"],
      wrong: ["lead-time/2026-10"],
    });
  });

  it("forgets a cell that was emptied", () => {
    expect(withText(draft, "lead-time/2026-10", " ").has("lead-time/2026-10")).toBe(false);
  });
});

describe("what the server says of a cell", () => {
  const errors = [
    { code: "FIGURE_DIFFERS", field: "measurements.1.figure.value", message: "There is another figure." },
  ];
  const sent = ["on-time-delivery/2026-09", "lead-time/2026-W09"];

  it("is found by the place at which it was sent", () => {
    expect(cellError(errors, sent, "lead-time/2026-W09")).toBe("There is another figure.");
    expect(cellError(errors, sent, "on-time-delivery/2026-09")).toBeNull();
  });

  it("is nothing for a cell that was typed since", () => {
    expect(cellError(errors, sent, "lead-time/2026-10")).toBeNull();
  });
});
