import { expect, it } from "vitest";
import { cleared, lacks, published, rowsOf, slugOf, toggled } from "./matrix";

const [row] = rowsOf([
  {
    slug: "expediting",
    displayName: "Expediting",
    assignments: [
      { letter: "ACCOUNTABLE", person: { slug: "ana" } },
      { letter: "RESPONSIBLE", person: { slug: "ana" } },
    ],
  },
]);
if (row === undefined) throw new Error("one activity, one row");

it("moves the one Accountable to whom it is given", () => {
  const moved = toggled(row, "pia", "ACCOUNTABLE");
  expect(moved.cells.get("ana")).toEqual(["RESPONSIBLE"]);
  expect(moved.cells.get("pia")).toEqual(["ACCOUNTABLE"]);
});

it("takes a letter away that is there already, and says what is lacking then", () => {
  const without = toggled(row, "ana", "ACCOUNTABLE");
  expect(without.cells.get("ana")).toEqual(["RESPONSIBLE"]);
  expect(lacks(without)).toEqual(["ACCOUNTABLE"]);
  expect(lacks(cleared(row, "ana"))).toEqual(["ACCOUNTABLE", "RESPONSIBLE"]);
  expect(lacks(row)).toEqual([]);
});

it("publishes letters of people who are there, and gives a new activity an address", () => {
  const added = { key: "new", slug: "", name: " Prüfung der Maße ", cells: new Map([["gone", ["INFORMED" as const]]]) };
  expect(published([row, added], [{ slug: "ana" }])).toEqual([
    {
      slug: "expediting",
      displayName: "Expediting",
      assignments: [
        { person: "ana", letter: "ACCOUNTABLE" },
        { person: "ana", letter: "RESPONSIBLE" },
      ],
    },
    { slug: "prufung-der-masse", displayName: "Prüfung der Maße", assignments: [] },
  ]);
});

it.each([
  ["Größe & Gewicht", "grosse-gewicht"],
  ["  --  ", ""],
])("makes an address part of %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
