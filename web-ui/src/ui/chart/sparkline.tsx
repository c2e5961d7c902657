import type { TimeSeries } from "~/lib/scalars";
import { extentOf, type Point, stretches, toPoints } from "./points";
import { linear, polyline } from "./scale";
import styles from "./sparkline.module.css";

interface SparklineProps {
  readonly series: TimeSeries;
  /** What the line shows, for those who can't see it: name, first and last figure. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** The last periods as a line: gaps where a figure is missing, the target as a thin step, reds as squares, the last point marked. */
export function Sparkline({ series, label, width = 132, height = 30 }: SparklineProps) {
  const points = toPoints(series);
  const inset = 4;
  const x = linear([0, Math.max(1, points.length - 1)], [inset, width - inset]);
  const y = linear(
    extentOf(
      points.flatMap((point) => [point.value, point.target, point.upperTarget]),
      0.06,
    ),
    [height - inset, inset],
  );
  const values = (stretch: readonly { item: Point; index: number }[]) =>
    polyline(stretch.map(({ item, index }) => [x(index), y(item.value ?? 0)]));
  const last = points.findLastIndex((point) => point.value !== null);

  return (
    <svg
      className={styles.sparkline}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <Steps points={points} of={(point) => point.target} x={x} y={y} />
      <Steps points={points} of={(point) => point.upperTarget} x={x} y={y} />
      {stretches(points, (point) => point.value !== null).map((stretch) => (
        <path key={stretch[0]?.item.period} className={styles.line} d={values(stretch)} data-part="line" />
      ))}
      {points.map((point, index) =>
        point.value === null ? null : (
          <Mark
            key={point.period}
            point={point}
            x={x(index)}
            y={y(point.value)}
            place={markPlace(points, index, last)}
          />
        ),
      )}
    </svg>
  );
}

type Place = "last" | "alone" | "within";

function markPlace(points: readonly Point[], index: number, last: number): Place {
  if (index === last) return "last";
  // A point between two gaps has no line to be seen by.
  return points[index - 1]?.value == null && points[index + 1]?.value == null ? "alone" : "within";
}

function Mark({ point, x, y, place }: { point: Point; x: number; y: number; place: Place }) {
  const size = place === "last" ? 3.4 : 2;
  if (point.status === "RED") {
    return <rect className={styles.red} data-part="red" x={x - size} y={y - size} width={2 * size} height={2 * size} />;
  }
  if (place === "within") return null;
  const radius = place === "last" ? 3.2 : 1.5;
  return <circle className={styles.dot} data-status={point.status} data-part="dot" cx={x} cy={y} r={radius} />;
}

interface StepsProps {
  readonly points: readonly Point[];
  readonly of: (point: Point) => number | null;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

function Steps({ points, of, x, y }: StepsProps) {
  const half = points.length > 1 ? (x(1) - x(0)) / 2 : 6;
  return stretches(points, (point) => of(point) !== null).map((stretch) => (
    <path
      key={stretch[0]?.item.period}
      className={styles.target}
      data-part="target"
      d={stretch
        .map(({ item, index }, position) => {
          const level = y(of(item) ?? 0);
          return `${position === 0 ? "M" : "L"}${x(index) - half},${level}H${x(index) + half}`;
        })
        .join("")}
    />
  ));
}
