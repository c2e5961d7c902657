import { Trans } from "@lingui/react/macro";
import { type Measure, useFormat } from "~/lib/format";
import type { TimeSeries } from "~/lib/scalars";
import { StatusMark } from "~/ui/status-mark";
import styles from "./series-table.module.css";

interface SeriesTableProps {
  readonly series: TimeSeries;
  readonly measure: Measure;
  readonly caption: string;
}

/** The figures of a chart, newest first: what the drawing shows, for those who rather read. */
export function SeriesTable({ series, measure, caption }: SeriesTableProps) {
  const format = useFormat();
  const newestFirst = series.periods.map((period, index) => ({ period, index })).toReversed();
  const withLimits = (series.lowerLimits ?? []).some((limit) => limit !== null);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Period</Trans>
          </th>
          <th scope="col" data-numeric>
            <Trans>Figure</Trans>
          </th>
          <th scope="col">
            <Trans>Status</Trans>
          </th>
          <th scope="col" data-numeric>
            <Trans>Target</Trans>
          </th>
          <th scope="col" data-numeric>
            <Trans>Red limit</Trans>
          </th>
          {withLimits ? (
            <th scope="col" data-numeric>
              <Trans>Natural limits</Trans>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {newestFirst.map(({ period, index }) => (
          <tr key={period}>
            <th scope="row">{format.periodLong(period)}</th>
            <td data-numeric>{format.figure(series.values[index], measure)}</td>
            <td>
              <StatusMark status={series.statuses[index] ?? "NO_DATA"} />
            </td>
            <td data-numeric>{range(series.targets?.[index], series.upperTargets?.[index])}</td>
            <td data-numeric>{range(series.redLimits?.[index], series.upperRedLimits?.[index])}</td>
            {withLimits ? (
              <td data-numeric>{range(series.lowerLimits?.[index], series.upperLimits?.[index])}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function range(low: string | null | undefined, high: string | null | undefined): string {
    return high == null
      ? format.number(low, measure)
      : `${format.number(low, measure)} … ${format.number(high, measure)}`;
  }
}
