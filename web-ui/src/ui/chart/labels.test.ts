import { expect, it } from "vitest";
import { spread, tickStride } from "./labels";

it("keeps labels apart and in order, even when all belong to the same height at the edge", () => {
  const placed = spread(
    ["a", "b", "c"].map((key) => ({ key, text: key, y: 100 })),
    12,
    10,
    100,
  );
  expect(placed.map((label) => label.y)).toEqual([76, 88, 100]);
});

it("labels as many periods as fit", () => {
  expect(tickStride(13, 600, 30)).toBe(1);
  expect(tickStride(156, 600, 30)).toBe(12);
});
