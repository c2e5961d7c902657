import { expect, it } from "vitest";
import { destination } from "./portfolio-table";
import { readView, writeView } from "./portfolio-view";

it("comes back from its own address", () => {
  const view = { order: "NAME", statuses: ["RED", "AMBER"], search: "cipla & sons" } as const;
  expect(readView(new URLSearchParams(writeView(view).toString()))).toEqual(view);
});

it("leaves the address bare when nothing is chosen, and ignores what it doesn't know", () => {
  expect(writeView(readView(new URLSearchParams())).toString()).toBe("");
  expect(readView(new URLSearchParams("status=PURPLE,RED&order=RANDOM"))).toEqual({
    order: "WORST_FIRST",
    statuses: ["RED"],
    search: "",
  });
});

it("leads with the arrow keys from row to row, and from the first up to the search", () => {
  expect(destination("ArrowDown", -1, 3)).toBe(0);
  expect(destination("ArrowDown", 2, 3)).toBe(2);
  expect(destination("ArrowUp", 0, 3)).toBe(-1);
  expect(destination("End", 0, 3)).toBe(2);
  expect(destination("a", 0, 3)).toBeNull();
});
