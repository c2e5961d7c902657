import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ActionRecordFragment, EscalationRung } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { Icon } from "~/ui/icons";
import { Person } from "~/ui/person";
import { Skeleton } from "~/ui/state";
import styles from "./action-record.module.css";

const CommentForm = lazy(() => import("./record-forms").then((module) => ({ default: module.CommentForm })));
const EvidenceForm = lazy(() => import("./record-forms").then((module) => ({ default: module.EvidenceForm })));

export const ActionRecordDocument = graphql(`
  fragment ActionRecord on CorrectiveAction {
    id
    viewerMay
    figures {
      minutesToOwner
      unownedMinutes
      minutesToContain
      minutesToClose
      slips
      recurrences
      overdueDays
    }
    escalations {
      rung
      at
      notified
      unownedHours
      overdueDays
    }
    comments {
      text
      author {
        displayName
        side
      }
      writtenAt
    }
    evidence {
      title
      url
      addedBy {
        displayName
      }
      addedAt
    }
  }
`);

interface ActionRecordProps {
  readonly action: FragmentType<typeof ActionRecordDocument>;
  readonly timeZone: string;
}

/** What is on record beside the form: times, escalations, remarks, proofs. */
export function ActionRecord({ action: masked, timeZone }: ActionRecordProps) {
  const action = readFragment(ActionRecordDocument, masked);
  return (
    <>
      <Figures figures={action.figures} />
      <Escalations escalations={action.escalations} timeZone={timeZone} />
      <EvidenceList action={action} timeZone={timeZone} />
      <Comments action={action} timeZone={timeZone} />
    </>
  );
}

function Figures({ figures }: { figures: ActionRecordFragment["figures"] }) {
  const { t } = useLingui();
  const format = useFormat();
  const lines: readonly (readonly [string, string | null])[] = [
    [t`Without an owner`, format.minutes(figures.unownedMinutes)],
    [t`Until it had an owner`, figures.minutesToOwner == null ? null : format.minutes(figures.minutesToOwner)],
    [t`Until it was contained`, figures.minutesToContain == null ? null : format.minutes(figures.minutesToContain)],
    [t`Until it was closed`, figures.minutesToClose == null ? null : format.minutes(figures.minutesToClose)],
    [t`Due date slipped`, figures.slips === 0 ? null : format.count(figures.slips)],
    [t`Came back`, figures.recurrences === 0 ? null : format.count(figures.recurrences)],
  ];
  return (
    <section className={styles.part} aria-labelledby="figures">
      <h2 id="figures">
        <Trans>Times</Trans>
      </h2>
      <dl className={styles.figures}>
        {lines.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}

interface EscalationsProps {
  readonly escalations: ActionRecordFragment["escalations"];
  readonly timeZone: string;
}

function Escalations({ escalations, timeZone }: EscalationsProps) {
  const format = useFormat(timeZone);
  if (escalations.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="escalations">
      <h2 id="escalations">
        <Plural value={escalations.length} one="Escalated once" other="Escalated # times" />
      </h2>
      <ul className={styles.escalations}>
        {escalations.map(({ rung, at, notified, unownedHours, overdueDays }) => (
          <li key={rung + at}>
            <Icon name="up" size={14} />
            <div>
              <p>
                <Rung rung={rung} hours={unownedHours} days={overdueDays} />
              </p>
              <small>
                {format.moment(at)}
                {notified.length === 0 ? null : ` · ${notified.join(", ")}`}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On paper nobody can add anything to a list that is empty. */
function printed(list: readonly unknown[]): "hide" | undefined {
  return list.length === 0 ? "hide" : undefined;
}

interface RungProps {
  readonly rung: EscalationRung;
  readonly hours: number;
  readonly days: number;
}

/** Why it was escalated, and to whom. */
function Rung({ rung, hours, days }: RungProps) {
  switch (rung) {
    case "UNOWNED_OPS":
      return <Trans>{hours} h without an owner: to both sides' operations</Trans>;
    case "UNOWNED_LEADERS":
      return <Trans>{hours} h without an owner: to both sides' leaders</Trans>;
    case "OVERDUE_LEADERS":
      return (
        <Plural
          value={days}
          one="# day overdue: to both sides' leaders"
          other="# days overdue: to both sides' leaders"
        />
      );
    case "OVERDUE_PORTFOLIO":
      return (
        <Plural
          value={days}
          one="# day overdue: marked on the portfolio"
          other="# days overdue: marked on the portfolio"
        />
      );
  }
}

function EvidenceList({ action, timeZone }: { action: ActionRecordFragment; timeZone: string }) {
  const format = useFormat(timeZone);
  const may = action.viewerMay.includes("ADD_EVIDENCE");
  if (action.evidence.length === 0 && !may) return null;
  return (
    <section className={styles.part} aria-labelledby="evidence" data-print={printed(action.evidence)}>
      <h2 id="evidence">
        <Trans>Evidence</Trans>
      </h2>
      <ul className={styles.evidence}>
        {action.evidence.map(({ title, url, addedBy, addedAt }) => (
          <li key={url + addedAt}>
            <a href={url} rel="noopener noreferrer" target="_blank">
              {title}
            </a>
            <small>
              {addedBy.displayName}, {format.date(addedAt)}
              <span data-print="only"> · {url}</span>
            </small>
          </li>
        ))}
      </ul>
      {may ? (
        <Suspense fallback={<Skeleton height="2rem" />}>
          <EvidenceForm action={action.id} />
        </Suspense>
      ) : null}
    </section>
  );
}

function Comments({ action, timeZone }: { action: ActionRecordFragment; timeZone: string }) {
  const format = useFormat(timeZone);
  const may = action.viewerMay.includes("ADD_COMMENT");
  return (
    <section className={styles.part} aria-labelledby="comments" data-print={printed(action.comments)}>
      <h2 id="comments">
        <Trans>Comments</Trans>
      </h2>
      {action.comments.length === 0 ? (
        <p className={styles.none}>
          <Trans>Nothing was said yet.</Trans>
        </p>
      ) : (
        <ul className={styles.comments}>
          {action.comments.map(({ text, author, writtenAt }) => (
            <li key={writtenAt + author.displayName}>
              <p className={styles.by}>
                <Person name={author.displayName} side={author.side ?? null} />
                <small>{format.moment(writtenAt)}</small>
              </p>
              <p className={styles.text}>{text}</p>
            </li>
          ))}
        </ul>
      )}
      {may ? (
        <Suspense fallback={<Skeleton height="4rem" />}>
          <CommentForm action={action.id} />
        </Suspense>
      ) : null}
    </section>
  );
}
