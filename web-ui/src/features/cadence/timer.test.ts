import { expect, it } from "vitest";
import { clockOf, spentOn } from "./timer";

const item = { itemId: "i1", spentSeconds: 61 };
const now = new Date("2026-11-24T08:05:09Z");

it("counts the stretch that runs now for the item being talked about, and for no other", () => {
  const running = { currentItemId: "i1", currentSince: "2026-11-24T08:05:00Z" };
  expect(spentOn(item, running, now)).toBe(70);
  expect(spentOn({ ...item, itemId: "i2" }, running, now)).toBe(61);
  expect(spentOn(item, { currentItemId: null, currentSince: null }, now)).toBe(61);
});

it("never runs backwards on a device whose clock is behind", () => {
  expect(spentOn(item, { currentItemId: "i1", currentSince: "2026-11-24T08:09:00Z" }, now)).toBe(61);
});

it("writes minutes and seconds", () => {
  expect(clockOf(0)).toBe("0:00");
  expect(clockOf(245)).toBe("4:05");
  expect(clockOf(4_500)).toBe("75:00");
});
