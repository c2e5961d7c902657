import { expect, it } from "vitest";
import { mondayOf, weekFrom } from "./week-range";

it("begins a week on Monday, also across the new year", () => {
  expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(mondayOf("2027-01-01")).toBe("2026-12-28");
  expect(mondayOf("2026-11-22", 1)).toBe("2026-11-23");
});

it("has 169 hours in the week in which clocks go back", () => {
  const { from, to } = weekFrom("Europe/Berlin", "2026-10-19");
  expect(from).toBe("2026-10-18T22:00:00.000Z");
  expect(to).toBe("2026-10-25T23:00:00.000Z");
  expect((new Date(to).getTime() - new Date(from).getTime()) / 3_600_000).toBe(169);
});
