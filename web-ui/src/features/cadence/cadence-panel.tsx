import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { CadencePanelFragment } from "~/graphql/graphql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { HealthDots } from "~/ui/health-dots";
import { Icon } from "~/ui/icons";
import styles from "./cadence-panel.module.css";

export const CadencePanelDocument = graphql(`
  fragment CadencePanel on Cadence {
    live
    knownAt
    nextMeeting {
      id
      slug
      seriesDisplayName
      state
      startsAt
      timeZone
    }
    health {
      dots {
        week
        outcome
      }
      planned
      held
      missed
      oneSided
      commitmentsDue
      commitmentsKept
      starving
      starvingReason
    }
    openCommitments
    overdueCommitments
  }
`);

interface CadencePanelProps {
  readonly slug: string;
  /** Null when nothing is known of it. */
  readonly cadence: FragmentType<typeof CadencePanelDocument> | null;
}

/** How regularly the two sides meet, what is promised, and when they meet next. */
export function CadencePanel({ slug, cadence: masked }: CadencePanelProps) {
  const { t } = useLingui();
  const format = useFormat();
  const now = useNow();
  const cadence = masked === null ? null : readFragment(CadencePanelDocument, masked);
  return (
    <section className={styles.panel} aria-label={t`Meetings`}>
      <h2 className={styles.heading}>
        <Link href={`/p/${slug}/meetings`}>
          <Trans>Meetings</Trans>
        </Link>
        {cadence?.health.starving ? <Starving reason={cadence.health.starvingReason ?? null} /> : null}
      </h2>
      {cadence === null ? (
        <p className={styles.quiet} role="status">
          <Trans>Meetings can't be reached right now.</Trans>
        </p>
      ) : (
        <>
          {cadence.live ? null : (
            <p className={styles.stale} role="status">
              <Trans>Meetings can't be reached; last known at {format.when(cadence.knownAt, now)}.</Trans>
            </p>
          )}
          <HealthDots dots={cadence.health.dots} />
          <Figures cadence={cadence} />
          <Next slug={slug} meeting={cadence.nextMeeting ?? null} />
        </>
      )}
    </section>
  );
}

function Starving({ reason }: { reason: NonNullable<CadencePanelFragment["health"]["starvingReason"]> | null }) {
  const { t } = useLingui();
  const why = reason === "TWO_MISSED_IN_A_ROW" ? t`The last two were missed.` : t`Less than 70 % were held.`;
  return (
    <span className={styles.starving} title={why}>
      <Icon name="warning" size={12} />
      <Trans>Starving</Trans>
      <span className="visually-hidden">: {why}</span>
    </span>
  );
}

function Figures({ cadence: { health, openCommitments, overdueCommitments } }: { cadence: CadencePanelFragment }) {
  return (
    <p className={styles.figures}>
      {health.planned === 0 ? (
        <Trans>No meeting was planned in 13 weeks.</Trans>
      ) : (
        <Trans>
          {health.held} of {health.planned} held by both sides
        </Trans>
      )}
      {openCommitments === 0 ? null : (
        <>
          {" · "}
          <Plural value={openCommitments} one="# open commitment" other="# open commitments" />
        </>
      )}
      {overdueCommitments === 0 ? null : (
        <>
          {", "}
          <b>
            <Plural value={overdueCommitments} one="# overdue" other="# overdue" />
          </b>
        </>
      )}
    </p>
  );
}

function Next({ slug, meeting }: { slug: string; meeting: CadencePanelFragment["nextMeeting"] }) {
  if (meeting === null) {
    return (
      <p className={styles.quiet}>
        <Trans>No meeting is planned.</Trans>
      </p>
    );
  }
  return (
    <p className={styles.next}>
      <Link href={`/p/${slug}/meetings/${meeting.slug}`}>{meeting.seriesDisplayName}</Link>
      <Countdown meeting={meeting} />
    </p>
  );
}

interface Timed {
  readonly state: string;
  readonly startsAt: DateTime;
  readonly timeZone: string;
}

/** When a meeting is, in its own time zone, and how long until then. */
export function Countdown({ meeting: { state, startsAt, timeZone } }: { meeting: Timed }) {
  const format = useFormat(timeZone);
  const now = useNow();
  if (state === "IN_PROGRESS") {
    return (
      <b className={styles.running}>
        <Trans>running now</Trans>
      </b>
    );
  }
  const start = new Date(startsAt);
  return (
    <span>
      <time dateTime={startsAt}>{format.moment(startsAt)}</time>
      {start > now ? (
        <>
          {" · "}
          <Trans context="From now on">in {format.span(now, start)}</Trans>
        </>
      ) : (
        <>
          {" · "}
          <Trans>{format.span(start, now)} late</Trans>
        </>
      )}
    </span>
  );
}

interface NextMeetingFactProps {
  readonly slug: string;
  /** Nothing of the past, and while nothing is known. */
  readonly cadence: FragmentType<typeof CadencePanelDocument> | null | undefined;
}

/** The next meeting as one of the facts in a page's head. */
export function NextMeetingFact({ slug, cadence: masked }: NextMeetingFactProps) {
  const meeting = readFragment(CadencePanelDocument, masked)?.nextMeeting;
  if (meeting == null) return null;
  return (
    <span className={styles.fact}>
      <Icon name="calendar" size={12} />
      <Link href={`/p/${slug}/meetings/${meeting.slug}`}>{meeting.seriesDisplayName}</Link>{" "}
      <Countdown meeting={meeting} />
    </span>
  );
}
