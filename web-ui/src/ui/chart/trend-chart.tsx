import { useLingui } from "@lingui/react/macro";
import { type Format, type Measure, useFormat } from "~/lib/format";
import type { Period, TimeSeries } from "~/lib/scalars";
import { type EdgeLabel, spread, tickStride } from "./labels";
import { extentOf, type Point, stretches, toPoints } from "./points";
import { linear, polyline, roundTicks } from "./scale";
import { SeriesTable } from "./series-table";
import styles from "./trend-chart.module.css";
import { useWidth } from "./use-width";
import type { Variation } from "./variation-icon";

/** Points that break a rule, to be ringed. */
export interface ChartSignal {
  readonly rule: string;
  readonly text: string;
  readonly periods: readonly Period[];
  readonly variation: Variation;
}

interface TrendChartProps {
  readonly series: TimeSeries;
  readonly measure: Measure;
  /** Names the chart for those who can't see it; the figures follow as a table. */
  readonly label: string;
  readonly height?: number;
  readonly signals?: readonly ChartSignal[];
  /** First periods of re-based natural limits. */
  readonly baselines?: readonly Period[];
  /** The period that a reader looks at. */
  readonly focused?: Period | null;
  readonly onFocus?: (period: Period | null) => void;
  /** Whether the figures are also given as a table, unseen; false where a table stands beside the chart. */
  readonly withTable?: boolean;
}

interface Frame {
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
}

const margin = { top: 10, right: 96, bottom: 34, left: 44 };

/** Figures over time with the target in force, the red limit and the natural process limits, each named where it ends. */
export function TrendChart(props: TrendChartProps) {
  const {
    series,
    measure,
    label,
    height = 190,
    signals = [],
    baselines = [],
    focused = null,
    onFocus,
    withTable = true,
  } = props;
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const points = toPoints(series);
  const domain = extentOf(
    points.flatMap((p) => [p.value, p.target, p.upperTarget, p.redLimit, p.upperRedLimit, p.lower, p.upper]),
  );
  const inner = width - margin.left - margin.right;
  const step = inner / Math.max(1, points.length);
  const y = linear(domain, [height - margin.bottom, margin.top]);
  const frame: Frame = { points, width, height, y, step, x: (index) => margin.left + step * (index + 0.5) };
  const near = (clientX: number, left: number, scale: number) =>
    points[Math.max(0, Math.min(points.length - 1, Math.floor(((clientX - left) / scale - margin.left) / step)))]
      ?.period ?? null;

  return (
    <div ref={ref} className={styles.chart}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onFocus?.(near(event.clientX, box.left, box.width / width));
        }}
        onPointerLeave={() => onFocus?.(null)}
      >
        <NaturalLimits frame={frame} />
        <ValueAxis
          ticks={roundTicks(domain, Math.max(3, Math.floor(height / 46)))}
          frame={frame}
          measure={measure}
          format={format}
        />
        <PeriodAxis frame={frame} format={format} />
        <Baselines frame={frame} baselines={baselines} />
        <StepLine frame={frame} of={(p) => p.redLimit} className={styles.redLimit} />
        <StepLine frame={frame} of={(p) => p.upperRedLimit} className={styles.redLimit} />
        <StepLine frame={frame} of={(p) => p.target} className={styles.target} />
        <StepLine frame={frame} of={(p) => p.upperTarget} className={styles.target} />
        <Values frame={frame} signals={signals} />
        <EdgeLabels frame={frame} measure={measure} format={format} />
        <FocusLine frame={frame} period={focused} />
      </svg>
      {withTable ? (
        <div className="visually-hidden">
          <SeriesTable series={series} measure={measure} caption={label} />
        </div>
      ) : null}
    </div>
  );
}

function NaturalLimits({ frame: { points, x, y, step } }: { frame: Frame }) {
  return stretches(points, (p) => p.lower !== null && p.upper !== null).map((stretch) => {
    const edge = (of: (p: Point) => number | null) =>
      stretch.flatMap(({ item, index }) => [
        [x(index) - step / 2, y(of(item) ?? 0)] as const,
        [x(index) + step / 2, y(of(item) ?? 0)] as const,
      ]);
    const around = [...edge((p) => p.upper), ...edge((p) => p.lower).toReversed()];
    return (
      <g key={stretch[0]?.item.period}>
        <path className={styles.band} d={`M${around.map((at) => at.join(",")).join("L")}Z`} />
        <path
          className={styles.center}
          d={`M${edge((p) => p.center)
            .map((at) => at.join(","))
            .join("L")}`}
        />
      </g>
    );
  });
}

function StepLine({
  frame: { points, x, y, step },
  of,
  className,
}: {
  frame: Frame;
  of: (p: Point) => number | null;
  className: string | undefined;
}) {
  return stretches(points, (p) => of(p) !== null).map((stretch) => (
    <path
      key={stretch[0]?.item.period}
      className={className}
      d={stretch
        .map(
          ({ item, index }, position) =>
            `${position === 0 ? "M" : "L"}${x(index) - step / 2},${y(of(item) ?? 0)}H${x(index) + step / 2}`,
        )
        .join("")}
    />
  ));
}

interface AxisProps {
  readonly frame: Frame;
  readonly format: Format;
}

function ValueAxis({
  ticks,
  frame: { width, y },
  measure,
  format,
}: AxisProps & { ticks: readonly number[]; measure: Measure }) {
  const whole = ticks.every(Number.isInteger);
  return (
    <g className={styles.axis}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${margin.left},${y(tick)}H${width - margin.right}`} />
          <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format.number(String(tick), { ...measure, decimals: whole ? 0 : Math.max(1, measure.decimals) })}
          </text>
        </g>
      ))}
    </g>
  );
}

function PeriodAxis({ frame: { points, width, height, x }, format }: AxisProps) {
  const stride = tickStride(points.length, width - margin.left - margin.right, 30);
  const last = points.length - 1;
  const shown = points.map((point, index) => ({ point, index })).filter(({ index }) => (last - index) % stride === 0);
  return (
    <g className={styles.axis}>
      {shown.map(({ point, index }, position) => {
        const year = point.period.slice(0, 4);
        const newYear = shown[position - 1]?.point.period.slice(0, 4) !== year;
        return (
          <g key={point.period}>
            <text x={x(index)} y={height - margin.bottom + 15} textAnchor="middle">
              {format.periodTick(point.period)}
            </text>
            {newYear ? (
              <text className={styles.year} x={x(index)} y={height - margin.bottom + 28} textAnchor="middle">
                {year}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

function Baselines({ frame: { points, height, x, step }, baselines }: { frame: Frame; baselines: readonly Period[] }) {
  const { t } = useLingui();
  return baselines.map((period) => {
    const index = points.findIndex((point) => point.period === period);
    if (index < 0) return null;
    const at = x(index) - step / 2;
    return (
      <g key={period} className={styles.baseline}>
        <path d={`M${at},${margin.top}V${height - margin.bottom}`} />
        <text x={at + 4} y={margin.top + 8}>
          {t`limits re-based`}
        </text>
      </g>
    );
  });
}

function Values({ frame, signals }: { frame: Frame; signals: readonly ChartSignal[] }) {
  const { points, x, y, height } = frame;
  const path = (stretch: readonly { item: Point; index: number }[]) =>
    polyline(stretch.map(({ item, index }) => [x(index), y(item.value ?? 0)]));
  const signalled = new Map(
    signals.flatMap((signal) => signal.periods.map((period) => [period, signal.variation] as const)),
  );
  return (
    <g>
      {stretches(points, (p) => p.value !== null).map((stretch) => (
        <path key={stretch[0]?.item.period} className={styles.values} d={path(stretch)} data-part="line" />
      ))}
      {points.map((point, index) =>
        point.value === null ? (
          <path
            key={point.period}
            className={styles.missing}
            d={`M${x(index) - 3},${height - margin.bottom - 3}h6`}
            data-part="missing"
          />
        ) : (
          <PointMark
            key={point.period}
            point={point}
            x={x(index)}
            y={y(point.value)}
            signal={signalled.get(point.period) ?? null}
          />
        ),
      )}
    </g>
  );
}

function PointMark({ point, x, y, signal }: { point: Point; x: number; y: number; signal: Variation | null }) {
  return (
    <g className={styles.point} data-status={point.status} data-part="point">
      {signal === null ? null : <circle className={styles.signal} data-variation={signal} cx={x} cy={y} r="7" />}
      {point.status === "RED" ? (
        <rect x={x - 3.6} y={y - 3.6} width="7.2" height="7.2" />
      ) : point.status === "AMBER" ? (
        <path d={`M${x},${y - 4.6}l4.6,8.2h-9.2z`} />
      ) : (
        <circle cx={x} cy={y} r="3.1" />
      )}
    </g>
  );
}

function EdgeLabels({ frame: { points, width, height, y }, measure, format }: AxisProps & { measure: Measure }) {
  const { t } = useLingui();
  const last = (of: (p: Point) => number | null) => points.findLast((p) => of(p) !== null);
  const label = (key: string, name: string, of: (p: Point) => number | null): EdgeLabel[] => {
    const point = last(of);
    const value = point ? of(point) : null;
    return value === null ? [] : [{ key, text: `${name} ${format.number(String(value), measure)}`, y: y(value) }];
  };
  const labels = [
    ...label("target", t`Target`, (p) => p.target),
    ...label("target-upper", t`Target`, (p) => p.upperTarget),
    ...label("red", t`Red limit`, (p) => p.redLimit),
    ...label("red-upper", t`Red limit`, (p) => p.upperRedLimit),
    ...label("limit-upper", t`Upper limit`, (p) => p.upper),
    ...label("limit-lower", t`Lower limit`, (p) => p.lower),
    ...label("center", t`Mean`, (p) => p.center),
  ];
  return spread(labels, 12, margin.top + 2, height - margin.bottom).map(({ key, text, y: at }) => (
    <text key={key} className={styles.edge} data-of={key.split("-")[0]} x={width - margin.right + 8} y={at} dy="0.32em">
      {text}
    </text>
  ));
}

function FocusLine({ frame: { points, height, x }, period }: { frame: Frame; period: Period | null }) {
  const index = points.findIndex((point) => point.period === period);
  if (index < 0) return null;
  return <path className={styles.focus} d={`M${x(index)},${margin.top}V${height - margin.bottom}`} />;
}
