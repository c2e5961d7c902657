import { toDrawing } from "~/lib/decimal";
import type { Decimal, Status } from "~/lib/scalars";
import styles from "./bullet-bar.module.css";
import { linear } from "./scale";

export type Direction = "HIGHER_IS_BETTER" | "LOWER_IS_BETTER" | "WITHIN_RANGE";

export interface Bounds {
  readonly value: Decimal;
  readonly redLimit: Decimal;
  readonly upperValue?: Decimal | null;
  readonly upperRedLimit?: Decimal | null;
}

interface BulletBarProps {
  readonly value: Decimal | null;
  readonly bounds: Bounds | null;
  readonly direction: Direction;
  readonly status: Status;
  /** Read out instead of the drawing: value, target and red limit. */
  readonly label: string;
  /** Figures that must fit too, such as those of the last periods, so that the scale doesn't jump from month to month. */
  readonly context?: readonly (Decimal | null)[];
  readonly width?: number;
  readonly height?: number;
}

interface Band {
  readonly from: number;
  readonly to: number;
  /** How bad, 1 the worst; as in Few's bullet graph the worst is the darkest. */
  readonly rank: 1 | 2 | 3;
}

/** Few's bullet graph: the figure as a bar against its target, over bands of what is red, amber and green. */
export function BulletBar({
  value,
  bounds,
  direction,
  status,
  label,
  context = [],
  width = 132,
  height = 18,
}: BulletBarProps) {
  const figure = toDrawing(value);
  const limits = bounds
    ? [bounds.value, bounds.redLimit, bounds.upperValue, bounds.upperRedLimit]
        .map((bound) => toDrawing(bound))
        .filter((limit) => limit !== null)
    : [];
  const [low, high] = domainOf([
    ...limits,
    ...(figure === null ? [] : [figure]),
    ...context.map(toDrawing).filter((known) => known !== null),
  ]);
  const along = linear([low, high], [0, width]);
  const x = (place: number) => Math.max(0, Math.min(width, along(place)));
  const bar = Math.round(height * 0.36);

  return (
    <svg
      className={styles.bullet}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {bandsOf(bounds, direction, low, high).map((band) => (
        <rect
          key={band.from}
          data-rank={band.rank}
          x={x(band.from)}
          width={Math.max(0, x(band.to) - x(band.from))}
          y={1}
          height={height - 2}
        />
      ))}
      {figure === null ? null : (
        <rect
          className={styles.bar}
          data-status={status}
          x={0}
          width={Math.max(1.5, x(figure))}
          y={(height - bar) / 2}
          height={bar}
        />
      )}
      {bounds ? <Tick at={toDrawing(bounds.value)} x={x} height={height} /> : null}
      {bounds ? <Tick at={toDrawing(bounds.upperValue)} x={x} height={height} /> : null}
    </svg>
  );
}

function Tick({ at, x, height }: { at: number | null; x: (value: number) => number; height: number }) {
  if (at === null) return null;
  return <rect className={styles.target} x={x(at) - 1.25} width={2.5} y={0} height={height} />;
}

/** From zero where zero is near, since a bar's length is read as its size; else zoomed to where the figures are. */
function domainOf(figures: readonly number[]): readonly [number, number] {
  if (figures.length === 0) return [0, 1];
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const spread = high - low || Math.max(Math.abs(high) * 0.1, 1);
  const nearZero = low >= 0 && low < 2 * spread;
  return [nearZero ? 0 : low - spread * 0.25, high + spread * 0.12];
}

function bandsOf(bounds: Bounds | null, direction: Direction, low: number, high: number): readonly Band[] {
  const target = toDrawing(bounds?.value);
  const red = toDrawing(bounds?.redLimit);
  if (target === null || red === null) return [{ from: low, to: high, rank: 3 }];
  switch (direction) {
    case "HIGHER_IS_BETTER":
      return bands([low, red, target, high], [1, 2, 3]);
    case "LOWER_IS_BETTER":
      return bands([low, target, red, high], [3, 2, 1]);
    case "WITHIN_RANGE": {
      const upper = toDrawing(bounds?.upperValue) ?? target;
      return bands([low, red, target, upper, toDrawing(bounds?.upperRedLimit) ?? upper, high], [1, 2, 3, 2, 1]);
    }
  }
}

function bands(edges: readonly number[], ranks: readonly Band["rank"][]): readonly Band[] {
  return ranks.map((rank, index) => ({ rank, from: edges[index] ?? 0, to: edges[index + 1] ?? 0 }));
}
