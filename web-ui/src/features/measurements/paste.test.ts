import { describe, expect, it } from "vitest";
import { layOut, parseClipboard } from "./paste";

describe("what a spreadsheet puts on the clipboard", () => {
  it("is rows and cells", () => {
    expect(parseClipboard("93.5\t94\n88\t\n")).toEqual([
      ["93.5", "94"],
      ["88", ""],
    ]);
  });

  it("may end lines as Windows does", () => {
    expect(parseClipboard("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("quotes cells that hold tabs, quotes or line breaks", () => {
    expect(parseClipboard('"a\tb"\t"say ""x"""\n"two\nlines"\t2')).toEqual([
      ["a\tb", 'say "x"'],
      ["two\nlines", "2"],
    ]);
  });

  it("may hold a quote that nobody closes", () => {
    expect(parseClipboard('5" pipe\t"open')).toEqual([['5" pipe', '"open']]);
  });

  it("may be one cell", () => {
    expect(parseClipboard("93.5")).toEqual([["93.5"]]);
  });
});

describe("pasting into the grid", () => {
  const size = { rows: 2, columns: 3 };

  it("begins where the reader stands", () => {
    expect(layOut([["1", "2"]], { row: 1, column: 1 }, size)).toEqual({
      placed: [
        { row: 1, column: 1, text: "1" },
        { row: 1, column: 2, text: "2" },
      ],
      outside: 0,
    });
  });

  it("counts what falls off the grid, but not its empty cells", () => {
    const { placed, outside } = layOut(
      [
        ["1", "2"],
        ["3", ""],
      ],
      { row: 1, column: 2 },
      size,
    );
    expect(placed).toEqual([{ row: 1, column: 2, text: "1" }]);
    expect(outside).toBe(2);
  });

  it("leaves alone what an empty cell lands on", () => {
    expect(layOut([["", "2"]], { row: 0, column: 0 }, size).placed).toEqual([{ row: 0, column: 1, text: "2" }]);
  });
});
