/** A text at the right edge that belongs to a height in the chart. */
export interface EdgeLabel {
  readonly key: string;
  readonly text: string;
  readonly y: number;
}

/** Moves labels apart until none covers another, keeping their order and as near as they can be to where they belong. */
export function spread(labels: readonly EdgeLabel[], apart: number, top: number, bottom: number): readonly EdgeLabel[] {
  const placed = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }));
  let floor = top;
  for (const label of placed) {
    label.y = Math.max(label.y, floor);
    floor = label.y + apart;
  }
  let ceiling = bottom;
  for (const label of placed.toReversed()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - apart;
  }
  return placed;
}

/** Every how many periods the axis can be labelled when each label needs so much room. */
export function tickStride(count: number, width: number, room: number): number {
  const stride = Math.max(1, Math.ceil((count * room) / Math.max(1, width)));
  return [1, 2, 3, 4, 6, 12, 13, 26, 52].find((nice) => nice >= stride) ?? stride;
}
