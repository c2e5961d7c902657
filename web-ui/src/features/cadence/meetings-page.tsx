import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { LiveDot } from "~/ui/live-dot";
import { EmptyState, ErrorState, Loading, PartialBanner, Skeleton } from "~/ui/state";
import { useCadenceChanges } from "./cadence-changes";
import { HealthSummary } from "./health-summary";
import { MailList } from "./mail-list";
import { MeetingList } from "./meeting-list";
import styles from "./meetings-page.module.css";
import { type Listed, type ListedMeeting, MeetingsQuery } from "./meetings-query";
import { OpenCommitments } from "./open-commitments";
import { SeriesList } from "./series-list";

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
      {partnership.cadence == null ? null : <HealthSummary health={partnership.cadence.health} />}
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
          <SeriesList partnership={partnership} onRetry={onRetry} />
          <OpenCommitments partnership={partnership} />
          {partnership.viewerMay.includes("RUN_MEETINGS") ? <MailList slug={slug} /> : null}
        </div>
      </div>
    </div>
  );
}
