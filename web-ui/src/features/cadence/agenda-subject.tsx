import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import { useNow } from "~/lib/clock";
import { type Measure, useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { TrendChart } from "~/ui/chart/trend-chart";
import { Person } from "~/ui/person";
import { Skeleton } from "~/ui/state";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./agenda-subject.module.css";
import { ItemNote } from "./item-note";
import type { Item, MeetingPartnership, MeetingView } from "./meeting-page";
import { useItemWord } from "./meeting-words";
import { useCloseAgendaItem, useReopenAgendaItem } from "./meeting-writes";
import { CommitmentForm, DecisionForm } from "./outcome-forms";
import { OwnerAgreement } from "./owner-agreement";

const SubjectQuery = graphql(`
  query AgendaSubject($slug: String!, $kpi: String!) {
    partnership(slug: $slug) {
      id
      kpi(slug: $kpi, periods: 26) {
        standing {
          series
          kpi {
            id
            displayName
            unit
            currency
            decimals
          }
        }
      }
    }
  }
`);

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
  const word = useItemWord();
  const { facts } = item;
  const open = item.state === "OPEN";
  const running = meeting.state === "IN_PROGRESS";
  return (
    <article className={styles.subject} aria-label={t`Now: ${item.title}`} data-kind={item.kind}>
      <header className={styles.head}>
        <div>
          <p className={styles.kind}>
            {word(item.kind)}
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
      <Facts item={item} endedAt={meeting.endedAt} />
      {item.kind === "UNOWNED_RED" && facts.actionNumber !== null && meeting.endedAt === null ? (
        <OwnerAgreement partnership={partnership} number={facts.actionNumber} />
      ) : null}
      {facts.kpiSlug === null ? null : <Chart slug={partnership.slug} kpi={facts.kpiSlug} />}
      <ItemNote meeting={meeting} item={item} onStale={onStale} />
      {running && open ? (
        <div className={styles.outcomes}>
          <DecisionForm meeting={meeting} itemId={item.itemId} />
          <CommitmentForm partnership={partnership} meeting={meeting} itemId={item.itemId} />
        </div>
      ) : null}
      {open ? <Closing meeting={meeting} item={item} onClosed={onClosed} /> : <Closed meeting={meeting} item={item} />}
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

/** What the data said; of a meeting that is over, as it was at its end. */
function Facts({ item, endedAt }: { item: Item; endedAt: string | null }) {
  const { facts, kind } = item;
  const format = useFormat();
  const today = useNow();
  const now = endedAt === null ? today : new Date(endedAt);
  const measure: Measure = { unit: facts.unit ?? "RATIO", decimals: facts.decimals };
  return (
    <ul className={styles.facts}>
      {facts.value === null ? null : (
        <li>
          <strong>{format.figure(facts.value, measure)}</strong>{" "}
          {facts.target === null ? null : <Trans>against {format.figure(facts.target, measure)}</Trans>}
          {facts.period === null ? null : ` · ${format.period(facts.period)}`}
        </li>
      )}
      {facts.sincePeriod === null ? null : (
        <li>
          {kind === "STALE_DATA" ? (
            <Trans>{format.period(facts.sincePeriod)} missing</Trans>
          ) : (
            <Trans>since {format.period(facts.sincePeriod)}</Trans>
          )}
        </li>
      )}
      {facts.unownedSince === null ? null : (
        <li className={styles.alarm}>
          <Trans>unowned for {format.span(facts.unownedSince, now)}</Trans>
        </li>
      )}
      <Answerable item={item} />
      {facts.waiting === null ? null : (
        <li>
          <Plural value={facts.waiting} one="# waits" other="# wait" />
        </li>
      )}
    </ul>
  );
}

/** Who has it, and until when. */
function Answerable({ item: { facts, kind } }: { item: Item }) {
  const format = useFormat();
  return (
    <>
      {facts.owner === null || kind === "UNOWNED_RED" ? null : (
        <li>
          <Person
            name={facts.owner.displayName}
            company={facts.owner.companyDisplayName}
            {...(facts.owner.side === null ? {} : { side: facts.owner.side })}
          />
        </li>
      )}
      {facts.dueDate === null ? null : (
        <li data-alarm={facts.overdueDays > 0 ? "" : undefined}>
          <Trans>due {format.date(`${facts.dueDate}T12:00:00Z`)}</Trans>
          {facts.overdueDays === 0 ? null : (
            <b className={styles.alarm}>
              {" "}
              <Plural value={facts.overdueDays} one="# day overdue" other="# days overdue" />
            </b>
          )}
        </li>
      )}
    </>
  );
}

function Chart({ slug, kpi }: { slug: string; kpi: string }) {
  const [{ data, fetching, error }] = useQuery({ query: SubjectQuery, variables: { slug, kpi } });
  const standing = data?.partnership?.kpi?.standing;
  if (standing === undefined) {
    if (fetching && !error) return <Skeleton height="12rem" />;
    return (
      <p className={styles.quiet} role="status">
        <Trans>The chart can't be read right now.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.chart}>
      <TrendChart series={standing.series} measure={standing.kpi} label={standing.kpi.displayName} height={170} />
    </div>
  );
}

interface ClosingProps {
  readonly meeting: MeetingView;
  readonly item: Item;
  readonly onClosed: () => void;
}

type Step = "choose" | "CARRIED_OVER" | "DROPPED";

/** Done, back next time, or dropped; what needs a reason asks for it. */
function Closing({ meeting, item, onClosed }: ClosingProps) {
  const closing = useCloseAgendaItem();
  const [step, setStep] = useState<Step>("choose");
  const where = {
    partnership: meeting.partnershipSlug,
    meeting: meeting.slug,
    itemId: item.itemId,
    revision: item.revision,
  };
  const close = async (state: "DONE" | "CARRIED_OVER" | "DROPPED", reason: string | null = null) => {
    const closed = await closing.send({ ...where, state, reason });
    if (closed !== null) onClosed();
  };
  const red = item.live && (item.kind === "UNOWNED_RED" || item.kind === "OWNED_RED");

  if (!meeting.viewerMay.includes("CLOSE_ITEM")) return null;
  return (
    <footer className={styles.closing}>
      {step === "choose" ? (
        <>
          <Button
            look="primary"
            icon="check"
            autoFocus
            isPending={closing.sending === "yes"}
            onPress={() => close("DONE")}
          >
            <Trans>Done, next</Trans>
          </Button>
          <Button onPress={() => (red ? setStep("CARRIED_OVER") : close("CARRIED_OVER"))}>
            <Trans>Back next time</Trans>
          </Button>
          {red ? null : (
            <Button look="quiet" onPress={() => setStep("DROPPED")}>
              <Trans>Drop…</Trans>
            </Button>
          )}
        </>
      ) : (
        <ReasonForm
          closing={step}
          sending={closing.sending}
          onSubmit={(reason) => close(step, reason)}
          onBack={() => setStep("choose")}
        />
      )}
      <WriteProblems errors={closing.userErrors} unanswered={closing.unanswered} />
    </footer>
  );
}

interface ReasonFormProps {
  readonly closing: "CARRIED_OVER" | "DROPPED";
  readonly sending: "no" | "yes";
  readonly onSubmit: (reason: string | null) => void;
  readonly onBack: () => void;
}

function ReasonForm({ closing, sending, onSubmit, onBack }: ReasonFormProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const drops = closing === "DROPPED";
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(reason.trim() === "" ? null : reason.trim());
      }}
    >
      <TextField
        label={drops ? t`Why is it dropped?` : t`Why does this red wait until next time?`}
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoFocus
      />
      <Button type="submit" look={drops ? "danger" : "primary"} isPending={sending === "yes"}>
        {drops ? <Trans>Drop</Trans> : <Trans>Back next time</Trans>}
      </Button>
      <Button look="quiet" onPress={onBack}>
        <Trans>Back</Trans>
      </Button>
    </form>
  );
}

/** How it was closed, and the way back. */
function Closed({ meeting, item }: { meeting: MeetingView; item: Item }) {
  const reopening = useReopenAgendaItem();
  const may = meeting.viewerMay.includes("REOPEN_ITEM");
  if (!may && item.reason === null) return null;
  return (
    <footer className={styles.closing}>
      {item.reason === null ? null : <p className={styles.quiet}>{item.reason}</p>}
      {may ? (
        <Button
          size="small"
          isPending={reopening.sending === "yes"}
          onPress={() =>
            reopening.send({
              partnership: meeting.partnershipSlug,
              meeting: meeting.slug,
              itemId: item.itemId,
              revision: item.revision,
            })
          }
        >
          <Trans>Open it again</Trans>
        </Button>
      ) : null}
      <WriteProblems errors={reopening.userErrors} unanswered={reopening.unanswered} />
    </footer>
  );
}
