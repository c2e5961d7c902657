import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { MyWeekQuery as Answer } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { LiveDot } from "~/ui/live-dot";
import { ErrorState, Loading, PartialBanner, Skeleton } from "~/ui/state";
import { useCadenceChanges } from "./cadence-changes";
import { CalendarFeeds } from "./calendar-feeds";
import { CommitmentActs } from "./commitment-acts";
import { MyMailList } from "./mail-list";
import { useStateWord } from "./meeting-words";
import styles from "./my-week-page.module.css";
import { mondayOf, weekFrom } from "./week-range";

const MyWeekQuery = graphql(`
  query MyWeek($from: DateTime!, $to: DateTime!) {
    viewer {
      person {
        id
      }
      week(from: $from, to: $to) {
        live
        knownAt
        meetings {
          partnership {
            id
            slug
            displayName
          }
          meeting {
            id
            slug
            partnershipSlug
            seriesDisplayName
            state
            startsAt
            timeZone
          }
        }
        commitments {
          partnership {
            id
            displayName
          }
          commitment {
            id
            partnershipSlug
            meetingSlug
            text
            dueDate
            overdueDays
            state
            revision
            owner {
              slug
            }
          }
        }
      }
      actions(first: 50) {
        live
        nodes {
          id
          number
          title
          state
          dueDate
          partnershipSlug
          partnershipDisplayName
          figures {
            overdueDays
          }
        }
      }
    }
  }
`);

type Week = NonNullable<NonNullable<Answer["viewer"]>["week"]>;
type Actions = NonNullable<NonNullable<Answer["viewer"]>["actions"]>;

/** `/my/week`: where I am expected, what I promised, what I own; across all partnerships. */
export function MyWeekPage() {
  const { t } = useLingui();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [monday, setMonday] = useState(() => mondayOf(dateIn(zone, new Date())));
  const [{ data, error, fetching, stale }, read] = useQuery({ query: MyWeekQuery, variables: weekFrom(zone, monday) });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useCadenceChanges(null, again, { fetching, stale });
  const viewer = data?.viewer ?? null;
  const format = useFormat("UTC");
  return (
    <div className={styles.page}>
      <title>{`${t`My week`} · Drumbeat`}</title>
      <header className={styles.head}>
        <h1>
          <Trans>My week</Trans>
        </h1>
        <div className={styles.turn} data-print="hide">
          <Button look="quiet" aria-label={t`The week before`} onPress={() => setMonday(mondayOf(monday, -1))}>
            ←
          </Button>
          <span>
            {format.date(`${monday}T12:00:00Z`)} – {format.date(`${addDays(monday, 6)}T12:00:00Z`)}
          </span>
          <Button look="quiet" aria-label={t`The week after`} onPress={() => setMonday(mondayOf(monday, 1))}>
            →
          </Button>
        </div>
        <LiveDot state={liveness} />
      </header>
      {viewer === null ? (
        fetching && !error ? (
          <Loading>
            <Skeleton height="20rem" />
          </Loading>
        ) : (
          <ErrorState title={<Trans>Your week can't be read</Trans>} onRetry={again}>
            <Trans>The server did not answer. What was recorded before is safe.</Trans>
          </ErrorState>
        )
      ) : (
        <Body
          week={viewer.week ?? null}
          actions={viewer.actions ?? null}
          days={Array.from({ length: 7 }, (_, index) => addDays(monday, index))}
          onRetry={again}
        />
      )}
    </div>
  );
}

interface BodyProps {
  readonly week: Week | null;
  readonly actions: Actions | null;
  readonly days: readonly string[];
  readonly onRetry: () => void;
}

function Body({ week, actions, days, onRetry }: BodyProps) {
  const { t } = useLingui();
  return (
    <>
      {week?.live === true ? null : (
        <PartialBanner what={t`Meetings`} knownAt={week === null ? null : week.knownAt} onRetry={onRetry} />
      )}
      {actions?.live === true ? null : <PartialBanner what={t`Actions`} knownAt={null} onRetry={onRetry} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          {week === null ? null : <Meetings week={week} days={days} />}
          {week === null ? null : <Commitments week={week} />}
          {actions === null ? null : <DueActions actions={actions} until={days.at(-1) ?? ""} />}
        </div>
        <aside className={styles.side}>
          <CalendarFeeds />
          <MyMailList />
        </aside>
      </div>
    </>
  );
}

function Meetings({ week, days }: { week: Week; days: readonly string[] }) {
  const format = useFormat();
  const word = useStateWord();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = new Intl.DateTimeFormat(format.locale, {
    weekday: "long",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const today = dateIn(zone, new Date());
  const byDay = days.map((date) => ({
    date,
    meetings: week.meetings.filter(({ meeting }) => dateIn(zone, new Date(meeting.startsAt)) === date),
  }));
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">
        <Plural value={week.meetings.length} _0="No meeting" one="# meeting" other="# meetings" />
      </h2>
      <ol className={styles.days}>
        {byDay.map(({ date, meetings }) => (
          <li
            key={date}
            data-today={date === today ? "" : undefined}
            data-empty={meetings.length === 0 ? "" : undefined}
          >
            <h3>{names.format(new Date(`${date}T12:00:00Z`))}</h3>
            {meetings.length === 0 ? <span className={styles.quiet}>–</span> : null}
            <ul>
              {meetings.map(({ partnership, meeting }) => (
                <li key={meeting.id}>
                  <time dateTime={meeting.startsAt}>{format.time(meeting.startsAt)}</time>
                  <span>
                    <Link href={`/p/${meeting.partnershipSlug}/meetings/${meeting.slug}`}>
                      {meeting.seriesDisplayName}
                    </Link>{" "}
                    {partnership?.displayName ?? meeting.partnershipSlug}
                  </span>
                  <small data-state={meeting.state}>{word(meeting.state)}</small>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Mine = Week["commitments"][number];

function Commitments({ week }: { week: Week }) {
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

function DueActions({ actions, until }: { actions: Actions; until: string }) {
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

function addDays(date: string, days: number): string {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
