import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import styles from "./agenda-subject.module.css";
import { ItemClosed, ItemClosing } from "./item-closing";
import { ItemFacts } from "./item-facts";
import { ItemNote } from "./item-note";
import type { Item, MeetingPartnership, MeetingView } from "./meeting-query";
import { useAgendaWord } from "./meeting-words";
import { CommitmentForm, DecisionForm } from "./outcome-forms";
import { OwnerAgreement } from "./owner-agreement";
import { SubjectChart } from "./subject-chart";

interface AgendaSubjectProps {
  readonly partnership: MeetingPartnership;
  readonly meeting: MeetingView;
  readonly item: Item;
  /** The item was closed; on to the next. */
  readonly onClosed: () => void;
  /** Something was changed meanwhile that should be read. */
  readonly onStale: () => void;
}

/** What is talked about: what the data say, who has it, what was said, and what comes of it. */
export function AgendaSubject({ partnership, meeting, item, onClosed, onStale }: AgendaSubjectProps) {
  const { t } = useLingui();
  const word = useAgendaWord(meeting);
  const { facts } = item;
  const open = item.state === "OPEN";
  const running = meeting.state === "IN_PROGRESS";
  return (
    <article className={styles.subject} aria-label={t`Now: ${item.title}`} data-kind={item.kind}>
      <header className={styles.head}>
        <div>
          <p className={styles.kind}>
            {word(item)}
            {item.addedBy == null ? null : (
              <>
                {" · "}
                <Trans>by {item.addedBy.displayName}</Trans>
              </>
            )}
          </p>
          <h2>{item.title}</h2>
        </div>
        <Links partnership={partnership.slug} facts={facts} />
      </header>
      <ItemFacts item={item} endedAt={meeting.endedAt} />
      {item.kind === "UNOWNED_RED" && facts.actionNumber !== null && meeting.endedAt === null ? (
        <OwnerAgreement partnership={partnership} number={facts.actionNumber} />
      ) : null}
      {facts.kpiSlug === null ? null : <SubjectChart slug={partnership.slug} kpi={facts.kpiSlug} />}
      <ItemNote meeting={meeting} item={item} onStale={onStale} />
      {running && open ? (
        <div className={styles.outcomes}>
          <DecisionForm meeting={meeting} itemId={item.itemId} />
          <CommitmentForm partnership={partnership} meeting={meeting} itemId={item.itemId} />
        </div>
      ) : null}
      {open ? (
        <ItemClosing meeting={meeting} item={item} onClosed={onClosed} />
      ) : (
        <ItemClosed meeting={meeting} item={item} />
      )}
    </article>
  );
}

function Links({ partnership, facts }: { partnership: string; facts: Item["facts"] }) {
  return (
    <p className={styles.links}>
      {facts.kpiSlug === null ? null : (
        <Link href={`/p/${partnership}/kpis/${facts.kpiSlug}`}>
          <Trans>KPI</Trans>
        </Link>
      )}
      {facts.actionNumber === null ? null : (
        <Link href={`/p/${partnership}/actions/${facts.actionNumber}`}>
          <Trans>Action {facts.actionNumber}</Trans>
        </Link>
      )}
    </p>
  );
}
