import { describe, expect, it } from "vitest";
import { endedPeriods, missingPeriods, periodOn } from "./missing";

const monthly = { frequency: "MONTHLY", date: "2026-11-22", window: 13, limit: 3 } as const;

describe("the periods that are over", () => {
  it("leave out the one that is running", () => {
    expect(endedPeriods("MONTHLY", "2026-11-22", 2)).toEqual(["2026-09", "2026-10"]);
    expect(endedPeriods("MONTHLY", "2026-11-30", 1)).toEqual(["2026-10"]);
    expect(endedPeriods("MONTHLY", "2026-12-01", 1)).toEqual(["2026-11"]);
  });

  it("count 53 weeks in a long year", () => {
    expect(periodOn("WEEKLY", "2027-01-03")).toBe("2026-W53");
    expect(endedPeriods("WEEKLY", "2027-01-10", 2)).toEqual(["2026-W52", "2026-W53"]);
  });

  it("know leap days and quarters", () => {
    expect(endedPeriods("DAILY", "2028-03-01", 2)).toEqual(["2028-02-28", "2028-02-29"]);
    expect(endedPeriods("QUARTERLY", "2026-01-15", 2)).toEqual(["2025-Q3", "2025-Q4"]);
  });
});

describe("the missing periods", () => {
  it("are those after the first figure, the oldest gap first", () => {
    const known = new Set(["2026-05", "2026-06", "2026-08"]);
    expect(missingPeriods({ ...monthly, known })).toEqual(["2026-07", "2026-09", "2026-10"]);
  });

  it("are none when every month is in, the running one not counted", () => {
    expect(missingPeriods({ ...monthly, known: new Set(["2026-09", "2026-10"]) })).toEqual([]);
  });

  it("are the last one alone where nothing was ever recorded", () => {
    expect(missingPeriods({ ...monthly, known: new Set() })).toEqual(["2026-10"]);
  });

  it("begin with the window where the last figure is older than it", () => {
    expect(missingPeriods({ ...monthly, known: new Set(["2024-01"]) })).toEqual(["2025-10", "2025-11", "2025-12"]);
  });
});
