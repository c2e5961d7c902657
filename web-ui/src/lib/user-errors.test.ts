import { describe, expect, it } from "vitest";
import { errorOf, errorsBesides, type UserError } from "./user-errors";

const errors: readonly UserError[] = [
  { code: "NUMBER_FORMAT", field: "measurements.1.figure.value", message: "This is no number." },
  { code: "PERIOD_FUTURE", field: "measurements.10.period", message: "2027-01 has not begun yet." },
  { code: "REVISION_STALE", field: null, message: "Somebody was faster." },
];

describe("what the server says about a field", () => {
  it("is found at the field and at what contains it", () => {
    expect(errorOf(errors, "measurements.1.figure.value")).toBe("This is no number.");
    expect(errorOf(errors, "measurements.1")).toBe("This is no number.");
  });

  it("is not found at another line whose number begins alike", () => {
    expect(errorOf(errors, "measurements.0")).toBeNull();
    expect(errorOf(errors.slice(1), "measurements.1")).toBeNull();
  });

  it("is joined when there is more than one thing wrong", () => {
    expect(
      errorOf([...errors, { code: "X", field: "measurements.1.period", message: "Nor this." }], "measurements.1"),
    ).toBe("This is no number. Nor this.");
  });

  it("is said for the whole when no field shows it, so that nothing is swallowed", () => {
    expect(errorsBesides(errors, ["measurements.1"]).map(({ code }) => code)).toEqual([
      "PERIOD_FUTURE",
      "REVISION_STALE",
    ]);
  });
});
