import { Trans, useLingui } from "@lingui/react/macro";
import type { PayPreviewQuery } from "~/graphql/graphql";
import { toDrawing } from "~/lib/decimal";
import { type Measure, nothing, useFormat } from "~/lib/format";
import { linear, polyline, roundTicks } from "~/ui/chart/scale";
import { placesOf } from "./money";
import styles from "./pay-chart.module.css";

export type Curve = NonNullable<
  NonNullable<NonNullable<PayPreviewQuery["partnership"]>["payPreview"]>["curves"]
>[number];

interface PayChartProps {
  readonly curve: Curve;
  readonly currency: string;
  /** What the horizontal axis is; null for days of disclosure. */
  readonly kpi: (Measure & { readonly displayName: string }) | null;
}

const size = { width: 460, height: 190 } as const;
const edge = { left: 62, right: 14, top: 14, bottom: 30 } as const;

/** What a rule pays over a range of figures, as a line; where the KPI stands now is marked. */
export function PayChart({ curve, currency, kpi }: PayChartProps) {
  const { t } = useLingui();
  const format = useFormat();
  const points = pointsOf(curve);
  if (points.length < 2) return null;
  const money: Measure = { unit: "MONEY", decimals: placesOf(currency), currency };
  const measure: Measure = kpi ?? { unit: "DAYS", decimals: 0 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const domain = [Math.min(...xs), Math.max(...xs)] as const;
  const range = padded(Math.min(0, ...ys), Math.max(0, ...ys));
  const x = linear(domain, [edge.left, size.width - edge.right]);
  const y = linear(range, [size.height - edge.bottom, edge.top]);
  const places = points.map(([figure, amount]) => [x(figure), y(amount)] as const);
  const current = toDrawing(curve.currentValue);
  const pays = toDrawing(curve.currentAmount);
  const name = kpi?.displayName ?? t`Days disclosed before the end of the period`;
  const low = format.figure(curve.amounts[0], money);
  const high = format.figure(curve.amounts.at(-1), money);
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={t`Pay by ${name}: from ${low} at ${format.figure(curve.values[0], measure)} to ${high} at ${format.figure(curve.values.at(-1), measure)}`}
      >
        {roundTicks(range, 4).map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? styles.zero : styles.grid}
              x1={edge.left}
              x2={size.width - edge.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={styles.tick} x={edge.left - 8} y={y(tick) + 4} textAnchor="end">
              {format.number(String(tick), { unit: "COUNT", decimals: 0 })}
            </text>
          </g>
        ))}
        <path
          className={styles.area}
          d={`${polyline([[places[0]?.[0] ?? 0, y(0)], ...places, [places.at(-1)?.[0] ?? 0, y(0)]])}Z`}
        />
        {curve.edges.map((at) => {
          const place = x(Number(at));
          return (
            <line key={at} className={styles.edge} x1={place} x2={place} y1={edge.top} y2={size.height - edge.bottom} />
          );
        })}
        <path className={styles.curve} d={polyline(places)} />
        {roundTicks(domain, 6).map((tick) => (
          <text key={tick} className={styles.tick} x={x(tick)} y={size.height - edge.bottom + 16} textAnchor="middle">
            {format.number(String(tick), { ...measure, decimals: Number.isInteger(tick) ? 0 : 1 })}
          </text>
        ))}
        {current === null || pays === null ? null : (
          <>
            <circle className={styles.now} cx={x(current)} cy={y(pays)} r={5} />
            <text
              className={styles.label}
              x={x(current)}
              y={y(pays) - 10}
              textAnchor={current > (domain[0] + domain[1]) / 2 ? "end" : "start"}
            >
              {format.number(curve.currentAmount, money)}
            </text>
          </>
        )}
      </svg>
      <figcaption className={styles.caption}>
        {name}
        {format.unit(measure) === "" ? "" : ` (${format.unit(measure)})`} ·{" "}
        {curve.perHundred ? <Trans>per 100 {currency}</Trans> : currency}
        {curve.currentValue == null ? null : (
          <>
            {" · "}
            <Trans>
              now {format.figure(curve.currentValue, measure)}:{" "}
              {curve.currentAmount == null ? nothing : format.figure(curve.currentAmount, money)}
            </Trans>
          </>
        )}
      </figcaption>
    </figure>
  );
}

export function pointsOf({
  values,
  amounts,
}: Pick<Curve, "values" | "amounts">): readonly (readonly [number, number])[] {
  return values.flatMap((value, index) => {
    const [figure, amount] = [toDrawing(value), toDrawing(amounts[index])];
    return figure === null || amount === null ? [] : [[figure, amount] as const];
  });
}

/** Room above and below, also where nothing is paid at all. */
function padded(low: number, high: number): readonly [number, number] {
  const span = high - low || 1;
  return [low === 0 ? 0 : low - span * 0.08, high === 0 ? 0 : high + span * 0.12];
}
