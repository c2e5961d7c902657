import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { useFormat } from "~/lib/format";
import { CommitmentActs } from "./commitment-acts";
import styles from "./my-week-page.module.css";
import type { Actions, Week } from "./my-week-query";

type Mine = Week["commitments"][number];

/** What the viewer promised that is due. */
export function DueCommitments({ week }: { week: Week }) {
  // What was done or dropped while the page is open stays in sight, with the way back.
  const [closed, setClosed] = useState<readonly Mine[]>([]);
  const open = new Set(week.commitments.map(({ commitment }) => commitment.id));
  const shown = [...week.commitments, ...closed.filter(({ commitment }) => !open.has(commitment.id))];
  return (
    <section aria-labelledby="due-commitments">
      <h2 id="due-commitments">
        <Trans>Due commitments</Trans>
      </h2>
      {shown.length === 0 ? (
        <p className={styles.quiet}>
          <Trans>You promised nothing that is due.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {shown.map((mine) => (
            <li key={mine.commitment.id} data-closed={mine.commitment.state === "OPEN" ? undefined : ""}>
              <span>
                <strong>{mine.commitment.text}</strong>
                <small>
                  {mine.partnership?.displayName ?? mine.commitment.partnershipSlug} · <Standing mine={mine} />
                </small>
              </span>
              <CommitmentActs
                commitment={mine.commitment}
                onClosed={(now) =>
                  setClosed((before) => [
                    ...before.filter(({ commitment }) => commitment.id !== mine.commitment.id),
                    { ...mine, commitment: { ...mine.commitment, ...now } },
                  ])
                }
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Standing({ mine: { commitment } }: { mine: Mine }) {
  if (commitment.state === "DONE") return <Trans comment="A commitment">done</Trans>;
  if (commitment.state === "DROPPED") return <Trans comment="A commitment">dropped</Trans>;
  return <Due date={commitment.dueDate} overdueDays={commitment.overdueDays} />;
}

function Due({ date, overdueDays }: { date: string; overdueDays: number }) {
  const format = useFormat();
  return overdueDays > 0 ? (
    <b className={styles.overdue}>
      <Plural value={overdueDays} one="# day overdue" other="# days overdue" />
    </b>
  ) : (
    <Trans>due {format.date(`${date}T12:00:00Z`)}</Trans>
  );
}

/** Actions that wait for the viewer. */
export function DueActions({ actions, until }: { actions: Actions; until: string }) {
  const format = useFormat();
  const due = actions.nodes.filter(({ dueDate }) => dueDate === null || dueDate <= until);
  return (
    <section aria-labelledby="due-actions">
      <h2 id="due-actions">
        <Trans>Actions that wait for you</Trans>
      </h2>
      {due.length === 0 ? (
        <p className={styles.quiet}>
          <Trans>No action waits for you until then.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {due.map((action) => (
            <li key={action.id}>
              <span>
                <Link href={`/p/${action.partnershipSlug}/actions/${action.number}`}>{action.title}</Link>
                <small>
                  {action.partnershipDisplayName} ·{" "}
                  {action.figures.overdueDays > 0 ? (
                    <b className={styles.overdue}>
                      <Plural value={action.figures.overdueDays} one="# day overdue" other="# days overdue" />
                    </b>
                  ) : action.dueDate === null ? (
                    <Trans>owner and due date to agree</Trans>
                  ) : (
                    <Trans>due {format.date(`${action.dueDate}T12:00:00Z`)}</Trans>
                  )}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
