import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, { readonly down: number; readonly right: number }>> = {
  ArrowUp: { down: -1, right: 0 },
  ArrowDown: { down: 1, right: 0 },
  Enter: { down: 1, right: 0 },
  ArrowLeft: { down: 0, right: -1 },
  ArrowRight: { down: 0, right: 1 },
};

/** Leads from cell to cell of a table whose controls say where they stand by `data-row` and `data-column`. */
export function moveInGrid(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLElement) || event.nativeEvent.isComposing) return;
  if (from.dataset["row"] === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  // On a button Enter presses it; within a text the arrows move in the text until they reach its end.
  if (event.key === "Enter" && from instanceof HTMLButtonElement) return;
  if (step.right !== 0 && from instanceof HTMLInputElement && !atEdge(from, step.right)) return;
  const next = neighbour(event.currentTarget, from, step);
  if (next === null) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}

function atEdge(input: HTMLInputElement, right: number): boolean {
  const { selectionStart, selectionEnd, value } = input;
  if (selectionStart === 0 && selectionEnd === value.length) return true; // all is selected, as on arrival
  return right < 0 ? selectionEnd === 0 : selectionStart === value.length;
}

/** The nearest control in the direction; cells without one are passed over. */
function neighbour(
  grid: HTMLElement,
  from: HTMLElement,
  { down, right }: { readonly down: number; readonly right: number },
): HTMLElement | null {
  const [row, column] = [Number(from.dataset["row"]), Number(from.dataset["column"])];
  const ahead = [...grid.querySelectorAll<HTMLElement>("[data-row]")]
    .map((element) => ({
      element,
      rows: Number(element.dataset["row"]) - row,
      columns: Number(element.dataset["column"]) - column,
    }))
    .filter(({ rows, columns }) => (down === 0 ? rows === 0 && columns * right > 0 : columns === 0 && rows * down > 0));
  ahead.sort((a, b) => Math.abs(a.rows + a.columns) - Math.abs(b.rows + b.columns));
  return ahead[0]?.element ?? null;
}
