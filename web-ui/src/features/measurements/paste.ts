/** Rows of cells as a spreadsheet puts them on the clipboard: tab-separated, quoted where a cell holds a tab, quote or line break. */
export function parseClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at <= source.length) {
    const { cell, next } = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    row.push(cell);
    if (source[next] !== "\t") {
      rows.push(row);
      row = [];
    }
    at = next + 1;
  }
  return rows;
}

function plainCell(source: string, from: number): { cell: string; next: number } {
  const length = source.slice(from).search(/[\t\n]/);
  const next = length < 0 ? source.length : from + length;
  return { cell: source.slice(from, next), next };
}

function quotedCell(source: string, from: number): { cell: string; next: number } {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(from));
  // A quote that nobody closes is part of the text.
  if (quoted === null) return plainCell(source, from);
  return { cell: (quoted[1] ?? "").replaceAll('""', '"'), next: from + quoted[0].length };
}

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Where each pasted cell goes when the first lands on a place; what would fall off the grid is counted, not lost in silence. */
export function layOut(
  cells: readonly (readonly string[])[],
  at: GridPlace,
  size: { readonly rows: number; readonly columns: number },
): { readonly placed: readonly (GridPlace & { readonly text: string })[]; readonly outside: number } {
  const all = cells.flatMap((row, down) =>
    row.map((text, right) => ({ row: at.row + down, column: at.column + right, text: text.trim() })),
  );
  const filled = all.filter(({ text }) => text !== "");
  const placed = filled.filter(({ row, column }) => row < size.rows && column < size.columns);
  return { placed, outside: filled.length - placed.length };
}
