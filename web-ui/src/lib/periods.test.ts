import { describe, expect, it } from "vitest";
import { endOf, nextPeriod, parsePeriod, periodAt, previousPeriod } from "./periods";

function parsed(period: string) {
  const found = parsePeriod(period);
  if (!found) throw new Error(`${period} is no period`);
  return found;
}

describe("periods", () => {
  it("start where ISO 8601 says, week 1 being the week of 4 January", () => {
    expect(parsed("2026-W01").start.toISOString()).toBe("2025-12-29T00:00:00.000Z");
    expect(parsed("2026-W47").start.toISOString()).toBe("2026-11-16T00:00:00.000Z");
    expect(parsed("2026-Q4").start.toISOString()).toBe("2026-10-01T00:00:00.000Z");
  });

  it("end where the next one begins", () => {
    expect(endOf(parsed("2028-02")).toISOString()).toBe("2028-03-01T00:00:00.000Z");
    expect(endOf(parsed("2026-11-22")).toISOString()).toBe("2026-11-23T00:00:00.000Z");
  });

  it("know that 2026 has 53 weeks and 2027 has 52", () => {
    expect(parsePeriod("2026-W53")).not.toBeNull();
    expect(parsePeriod("2027-W53")).toBeNull();
    expect(nextPeriod(parsed("2026-W53"))).toBe("2027-W01");
    expect(previousPeriod(parsed("2027-W01"))).toBe("2026-W53");
  });

  it("of a day near New Year belong to the ISO year", () => {
    expect(periodAt("week", new Date("2027-01-03T00:00:00Z"))).toBe("2026-W53");
    expect(periodAt("week", new Date("2024-12-30T00:00:00Z"))).toBe("2025-W01");
  });

  it.each(["2026-13", "2026-Q5", "2026-W00", "2026-02-30", "soon", "2026"])("%s is none", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});
