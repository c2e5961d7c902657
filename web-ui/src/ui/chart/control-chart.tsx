import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type Measure, nothing, useFormat } from "~/lib/format";
import type { Period, TimeSeries } from "~/lib/scalars";
import { Segmented } from "~/ui/segmented";
import { StatusMark } from "~/ui/status-mark";
import styles from "./control-chart.module.css";
import { SeriesTable } from "./series-table";
import { type ChartSignal, TrendChart } from "./trend-chart";

interface ControlChartProps {
  readonly series: TimeSeries;
  readonly measure: Measure;
  readonly label: string;
  readonly signals: readonly ChartSignal[];
  readonly baselines?: readonly Period[];
  readonly height?: number;
}

/**
 * A trend with its signals, to be read point by point: by pointer, or by arrow keys on the slider below the chart. The
 * same figures as a table are one press away.
 */
export function ControlChart({ series, measure, label, signals, baselines = [], height = 320 }: ControlChartProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [view, setView] = useState<"chart" | "table">("chart");
  const [focused, setFocused] = useState<Period | null>(null);
  const newest = series.periods.length - 1;
  // Rules look further back than the chart: only what it shows a point of is told beneath it.
  const shown = signals.filter((signal) => signal.periods.some((period) => series.periods.includes(period)));
  const index = focused === null ? newest : series.periods.indexOf(focused);

  return (
    <figure className={styles.figure}>
      <div className={styles.head}>
        {view === "chart" ? <Readout series={series} index={index} measure={measure} signals={shown} /> : <span />}
        <Segmented
          label={t`Show as`}
          options={[
            { id: "chart", text: t`Chart` },
            { id: "table", text: t`Table` },
          ]}
          selected={view}
          onSelect={setView}
        />
      </div>
      {view === "chart" ? (
        <div className={styles.plot}>
          <TrendChart
            series={series}
            measure={measure}
            label={label}
            height={height}
            signals={shown}
            baselines={baselines}
            focused={focused}
            onFocus={setFocused}
            withTable={false}
          />
          <PeriodSlider series={series} index={index} measure={measure} onMove={setFocused} />
        </div>
      ) : (
        <div className={styles.table}>
          <SeriesTable series={series} measure={measure} caption={label} />
        </div>
      )}
      {shown.length === 0 ? null : (
        <ul className={styles.signals}>
          {shown.map((signal) => (
            <li key={`${signal.rule} ${signal.periods.join(" ")}`} data-variation={signal.variation}>
              <strong>{stretch(signal.periods, format.periodLong)}</strong> {signal.text}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

/** From the first to the last of a signal's periods, or the one it is. */
function stretch(periods: readonly Period[], name: (period: Period) => string): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return "";
  return first === last ? name(first) : `${name(first)} – ${name(last)}`;
}

interface ReadoutProps {
  readonly series: TimeSeries;
  readonly index: number;
  readonly measure: Measure;
  readonly signals: readonly ChartSignal[];
}

function Readout({ series, index, measure, signals }: ReadoutProps) {
  const format = useFormat();
  const period = series.periods[index];
  if (period === undefined) return <span />;
  const target = series.targets?.[index];
  const here = signals.filter((signal) => signal.periods.includes(period));
  return (
    <p className={styles.readout}>
      <span>{format.periodLong(period)}</span>
      <strong>{format.figure(series.values[index], measure)}</strong>
      <StatusMark status={series.statuses[index] ?? "NO_DATA"} />
      {target == null ? null : (
        <span>
          <Trans>target {format.number(target, measure)}</Trans>
        </span>
      )}
      {here.map((signal) => (
        <span key={signal.rule} className={styles.signal} data-variation={signal.variation}>
          {signal.text}
        </span>
      ))}
    </p>
  );
}

interface PeriodSliderProps {
  readonly series: TimeSeries;
  readonly index: number;
  readonly measure: Measure;
  readonly onMove: (period: Period | null) => void;
}

function PeriodSlider({ series, index, measure, onMove }: PeriodSliderProps) {
  const { t } = useLingui();
  const format = useFormat();
  const period = series.periods[index];
  const value = series.values[index];
  const text = period === undefined ? nothing : `${format.periodLong(period)}: ${format.figure(value, measure)}`;
  return (
    <input
      className={styles.slider}
      data-print="hide"
      type="range"
      aria-label={t`Period to read`}
      aria-valuetext={text}
      min={0}
      max={Math.max(0, series.periods.length - 1)}
      value={Math.max(0, index)}
      onChange={(event) => onMove(series.periods[Number(event.target.value)] ?? null)}
      onBlur={() => onMove(null)}
    />
  );
}
