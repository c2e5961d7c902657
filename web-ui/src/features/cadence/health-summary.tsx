import { Trans } from "@lingui/react/macro";
import { HealthDots } from "~/ui/health-dots";
import styles from "./meetings-page.module.css";
import type { Listed } from "./meetings-query";

/** How regularly both sides met. */
export function HealthSummary({ health }: { health: NonNullable<Listed["cadence"]>["health"] }) {
  const kept = health.commitmentsDue;
  return (
    <div className={styles.health} data-starving={health.starving ? "" : undefined}>
      <HealthDots dots={health.dots} />
      <ul>
        <li>
          <b>
            {health.held} / {health.planned}
          </b>{" "}
          <Trans>held by both sides</Trans>
        </li>
        <li>
          <b>{health.missed}</b> <Trans comment="Number of meetings">missed</Trans>
        </li>
        <li>
          <b>{health.oneSided}</b> <Trans>by one side only</Trans>
        </li>
        <li>
          <b>
            {health.onTime} / {health.held + health.oneSided}
          </b>{" "}
          <Trans>on time</Trans>
        </li>
        {kept === 0 ? null : (
          <li>
            <b>
              {health.commitmentsKept} / {kept}
            </b>{" "}
            <Trans>commitments kept</Trans>
          </li>
        )}
      </ul>
      {health.starving ? (
        <p className={styles.starving} role="status">
          <strong>
            <Trans>Starving.</Trans>
          </strong>{" "}
          {health.starvingReason === "TWO_MISSED_IN_A_ROW" ? (
            <Trans>The last two were missed.</Trans>
          ) : (
            <Trans>Less than 70 % were held.</Trans>
          )}
        </p>
      ) : null}
    </div>
  );
}
