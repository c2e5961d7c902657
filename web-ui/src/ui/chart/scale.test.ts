import { expect, it } from "vitest";
import { linear, roundTicks } from "./scale";

it("maps the domain to the range, upside down too", () => {
  const y = linear([90, 100], [200, 0]);
  expect(y(90)).toBe(200);
  expect(y(95)).toBe(100);
});

it("puts ticks on round figures inside the domain", () => {
  expect(roundTicks([85.2, 100.1], 4)).toEqual([90, 95, 100]);
  expect(roundTicks([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(roundTicks([-3, 12_000], 4)).toEqual([0, 5000, 10_000]);
  expect(roundTicks([5, 5], 4)).toEqual([]);
});
