import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/lib/format";
import { CommitmentActs } from "./commitment-acts";
import styles from "./meetings-page.module.css";
import type { Listed } from "./meetings-query";

/** What both sides promised and have not done yet. */
export function OpenCommitments({ partnership }: { partnership: Listed }) {
  const format = useFormat();
  const open = partnership.commitments?.nodes ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="commitments">
      <h2 id="commitments">
        <Trans>Open commitments</Trans>
      </h2>
      <ul className={styles.series}>
        {open.map((commitment) => (
          <li key={commitment.id}>
            <span className={styles.what}>
              <strong>{commitment.text}</strong>
              <small data-overdue={commitment.overdueDays > 0 ? "" : undefined}>
                {commitment.owner.displayName} · <Trans>until {format.date(`${commitment.dueDate}T12:00:00Z`)}</Trans>
              </small>
            </span>
            {partnership.viewerMay.includes("RUN_MEETINGS") ? <CommitmentActs commitment={commitment} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
