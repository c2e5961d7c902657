import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { MeetingsQuery as Answer } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { HealthDots } from "~/ui/health-dots";
import { LiveDot } from "~/ui/live-dot";
import { EmptyState, ErrorState, Loading, PartialBanner, Skeleton } from "~/ui/state";
import { useCadenceChanges } from "./cadence-changes";
import { Countdown } from "./cadence-panel";
import { CommitmentActs } from "./commitment-acts";
import { MailList } from "./mail-list";
import { useStateWord } from "./meeting-words";
import styles from "./meetings-page.module.css";
import { MoveMeetingDialog } from "./move-meeting-dialog";
import { useScheduleWords } from "./schedule-words";
import { SeriesDialog } from "./series-dialog";

const MeetingsQuery = graphql(`
  query Meetings($slug: String!, $from: DateTime!, $to: DateTime!) {
    partnership(slug: $slug) {
      id
      slug
      displayName
      timeZone
      viewerMay
      cadence {
        live
        knownAt
        health {
          planned
          held
          oneSided
          missed
          onTime
          commitmentsDue
          commitmentsKept
          starving
          starvingReason
          dots {
            week
            outcome
          }
        }
      }
      meetingSeries {
        nodes {
          id
          slug
          kind
          displayName
          nextStart
          endedAt
          endedReason
          revision
          schedule {
            rule
            start
            timeZone
            durationMinutes
            pattern {
              kind
              interval
              weekdays
              monthDays
              ordinal
              until
              count
            }
          }
        }
      }
      meetings(from: $from, to: $to, first: 100) {
        live
        knownAt
        nodes {
          id
          slug
          partnershipSlug
          seriesDisplayName
          state
          startsAt
          timeZone
          movedFrom
          reason
          bothSidesPresent
          recordedAfterwards
          viewerMay
          revision
        }
      }
      commitments(first: 50) {
        nodes {
          id
          partnershipSlug
          text
          dueDate
          overdueDays
          state
          revision
          owner {
            slug
            displayName
            companyDisplayName
          }
        }
      }
    }
  }
`);

export type Listed = NonNullable<Answer["partnership"]>;
export type ListedMeeting = NonNullable<Listed["meetings"]>["nodes"][number];
export type ListedSeries = NonNullable<Listed["meetingSeries"]>["nodes"][number];

const day = 86_400_000;

/** `/p/:slug/meetings`: what is to come, what was, how regularly, and the series behind it. */
export function MeetingsPage({ slug }: { slug: string }) {
  // Fixed while the page is open, so that what is asked stays the same question.
  const [range] = useState(() => {
    const today = Math.floor(Date.now() / day) * day;
    return { from: new Date(today - 92 * day).toISOString(), to: new Date(today + 63 * day).toISOString() };
  });
  const [{ data, error, fetching, stale }, read] = useQuery({ query: MeetingsQuery, variables: { slug, ...range } });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useCadenceChanges([slug], again, { fetching, stale });
  const partnership = data?.partnership ?? null;
  if (partnership === null) {
    return <Unread reading={fetching && !error ? "yes" : "no"} failed={error ? "yes" : "no"} onRetry={again} />;
  }
  return <Body partnership={partnership} liveness={liveness} onRetry={again} />;
}

function Unread({ reading, failed, onRetry }: { reading: "no" | "yes"; failed: "no" | "yes"; onRetry: () => void }) {
  if (reading === "yes") {
    return (
      <Loading>
        <Skeleton width="20rem" height="2rem" />
        <Skeleton height="24rem" />
      </Loading>
    );
  }
  return failed === "yes" ? (
    <ErrorState stands="page" title={<Trans>The meetings can't be read</Trans>} onRetry={onRetry}>
      <Trans>The server did not answer. What was recorded before is safe.</Trans>
    </ErrorState>
  ) : (
    <EmptyState stands="page" title={<Trans>There is no such page</Trans>}>
      <Trans>It may have been moved, or you are not part of it.</Trans>
    </EmptyState>
  );
}

/** What is still to happen: running, planned, and what was cancelled of it. */
function isComing({ state, startsAt }: ListedMeeting): boolean {
  const planned = state === "SCHEDULED" || state === "MOVED" || state === "CANCELLED";
  return state === "IN_PROGRESS" || (planned && new Date(startsAt).getTime() > Date.now() - day);
}

interface BodyProps {
  readonly partnership: Listed;
  readonly liveness: "live" | "reconnecting";
  readonly onRetry: () => void;
}

function Body({ partnership, liveness, onRetry }: BodyProps) {
  const { t } = useLingui();
  const { slug } = partnership;
  const { meetings } = partnership;
  const coming = (meetings?.nodes ?? []).filter(isComing);
  const past = (meetings?.nodes ?? []).filter((meeting) => !isComing(meeting)).toReversed();
  const away = meetings === null ? "away" : meetings.live ? null : meetings.knownAt;
  return (
    <div className={styles.page}>
      <title>{`${t`Meetings`} · ${partnership.displayName} · Drumbeat`}</title>
      <header className={styles.head}>
        <p className={styles.crumbs}>
          <Link href={`/p/${slug}`}>{partnership.displayName}</Link>
        </p>
        <h1>
          <Trans>Meetings</Trans>
        </h1>
        <LiveDot state={liveness} />
      </header>
      {away === null ? null : (
        <PartialBanner what={t`Meetings`} knownAt={away === "away" ? null : away} onRetry={onRetry} />
      )}
      {partnership.cadence == null ? null : <Health health={partnership.cadence.health} />}
      <div className={styles.columns}>
        <section aria-labelledby="coming">
          <h2 id="coming">
            <Trans>To come</Trans>
          </h2>
          {coming.length === 0 ? (
            <p className={styles.quiet}>
              <Trans>No meeting is planned in the next nine weeks.</Trans>
            </p>
          ) : (
            <MeetingList meetings={coming} />
          )}
        </section>
        <section aria-labelledby="past">
          <h2 id="past">
            <Trans>The last 13 weeks</Trans>
          </h2>
          {past.length === 0 ? (
            <p className={styles.quiet}>
              <Trans>No meeting yet.</Trans>
            </p>
          ) : (
            <MeetingList meetings={past} />
          )}
        </section>
        <div className={styles.side}>
          <SeriesList partnership={partnership} />
          <Commitments partnership={partnership} />
          {partnership.viewerMay.includes("RUN_MEETINGS") ? <MailList slug={slug} /> : null}
        </div>
      </div>
    </div>
  );
}

function Health({ health }: { health: NonNullable<Listed["cadence"]>["health"] }) {
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

function MeetingList({ meetings }: { meetings: readonly ListedMeeting[] }) {
  return (
    <ul className={styles.list}>
      {meetings.map((meeting) => (
        <li key={meeting.id} data-state={meeting.state}>
          <MeetingRow meeting={meeting} />
        </li>
      ))}
    </ul>
  );
}

function MeetingRow({ meeting }: { meeting: ListedMeeting }) {
  const { t } = useLingui();
  const word = useStateWord();
  const format = useFormat(meeting.timeZone);
  const [changing, setChanging] = useState<"no" | "move" | "cancel">("no");
  const href = `/p/${meeting.partnershipSlug}/meetings/${meeting.slug}${meeting.state === "HELD" ? "/minutes" : ""}`;
  const coming = meeting.state === "SCHEDULED" || meeting.state === "MOVED" || meeting.state === "IN_PROGRESS";
  return (
    <>
      <span className={styles.what}>
        <Link href={href}>{meeting.seriesDisplayName}</Link>
        <small>{coming ? <Countdown meeting={meeting} /> : format.moment(meeting.startsAt)}</small>
        {meeting.reason === null ? null : <small>{meeting.reason}</small>}
        {meeting.movedFrom === null ? null : (
          <small>
            <Trans>instead of {format.moment(meeting.movedFrom)}</Trans>
          </small>
        )}
      </span>
      <span className={styles.word}>
        {word(meeting.state)}
        {meeting.state === "HELD" && !meeting.bothSidesPresent ? (
          <small>
            <Trans>one side only</Trans>
          </small>
        ) : null}
      </span>
      <span className={styles.moves} data-print="hide">
        {meeting.viewerMay.includes("MOVE_MEETING") ? (
          <Button
            size="small"
            look="quiet"
            icon="clock"
            aria-label={t`Move: ${meeting.seriesDisplayName}, ${format.date(meeting.startsAt)}`}
            onPress={() => setChanging("move")}
          />
        ) : null}
        {meeting.viewerMay.includes("CANCEL_MEETING") ? (
          <Button
            size="small"
            look="quiet"
            icon="close"
            aria-label={t`Cancel: ${meeting.seriesDisplayName}, ${format.date(meeting.startsAt)}`}
            onPress={() => setChanging("cancel")}
          />
        ) : null}
        {changing === "no" ? null : (
          <MoveMeetingDialog meeting={meeting} change={changing} onClose={() => setChanging("no")} />
        )}
      </span>
    </>
  );
}

function SeriesList({ partnership }: { partnership: Listed }) {
  const { t } = useLingui();
  const words = useScheduleWords();
  const [editing, setEditing] = useState<ListedSeries | "new" | null>(null);
  const may = partnership.viewerMay.includes("RUN_MEETINGS");
  return (
    <section aria-labelledby="series">
      <h2 id="series">
        <Trans>Series</Trans>
        {may ? (
          <Button size="small" icon="plus" onPress={() => setEditing("new")}>
            <Trans>New</Trans>
          </Button>
        ) : null}
      </h2>
      {partnership.meetingSeries === null ? (
        <p className={styles.quiet}>
          <Trans>Meetings can't be reached right now.</Trans>
        </p>
      ) : (
        <ul className={styles.series}>
          {partnership.meetingSeries.nodes.map((series) => (
            <li key={series.id} data-ended={series.endedAt === null ? undefined : ""}>
              <span className={styles.what}>
                <strong>{series.displayName}</strong>
                <small>{words(series.schedule)}</small>
                {series.endedAt === null ? null : (
                  <small>
                    <Trans>Ended: {series.endedReason}</Trans>
                  </small>
                )}
              </span>
              {may && series.endedAt === null ? (
                <Button
                  size="small"
                  look="quiet"
                  icon="edit"
                  aria-label={t`Change: ${series.displayName}`}
                  onPress={() => setEditing(series)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {editing === null ? null : (
        <SeriesDialog
          partnership={partnership}
          series={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

function Commitments({ partnership }: { partnership: Listed }) {
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
