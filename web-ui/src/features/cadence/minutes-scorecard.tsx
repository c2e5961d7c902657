import { Trans } from "@lingui/react/macro";
import type { Format } from "~/lib/format";
import { StatusMark } from "~/ui/status-mark";
import table from "~/ui/table.module.css";
import styles from "./minutes-page.module.css";
import type { Frozen } from "./minutes-query";

/** The scorecard as it was last seen in the meeting. */
export function MinutesScorecard({ minutes, format }: { minutes: Frozen; format: Format }) {
  if (minutes.scorecard.length === 0) {
    return (
      <section className={styles.wide}>
        <p className={styles.warning}>
          <Trans>The scorecard could not be reached during this meeting.</Trans>
        </p>
      </section>
    );
  }
  return (
    <section className={styles.wide}>
      <h2>
        {minutes.scorecardSeenAt === null ? (
          <Trans>The scorecard as seen</Trans>
        ) : (
          <Trans>The scorecard as seen {format.moment(minutes.scorecardSeenAt)}</Trans>
        )}
      </h2>
      <div className={styles.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>KPI</Trans>
              </th>
              <th scope="col">
                <Trans>Status</Trans>
              </th>
              <th scope="col" data-numeric>
                <Trans>Value</Trans>
              </th>
              <th scope="col" data-numeric>
                <Trans>Target</Trans>
              </th>
              <th scope="col">
                <Trans>Period</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {minutes.scorecard.map((seen) => {
              const measure = { unit: seen.unit ?? ("RATIO" as const), decimals: seen.decimals };
              return (
                <tr key={seen.kpiSlug}>
                  <th scope="row">{seen.displayName}</th>
                  <td>
                    <StatusMark status={seen.status} />
                  </td>
                  <td data-numeric>{format.figure(seen.value, measure)}</td>
                  <td data-numeric>{seen.target === null ? null : format.figure(seen.target, measure)}</td>
                  <td>{seen.period === null ? null : format.period(seen.period)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
