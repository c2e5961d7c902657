import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { MeetingQuery as Answer } from "~/graphql/graphql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { useLastKnown } from "~/lib/last-known";
import { Button } from "~/ui/button";
import { LiveDot } from "~/ui/live-dot";
import { EmptyState, ErrorState, Loading, PartialBanner, Skeleton } from "~/ui/state";
import { WriteProblems } from "~/ui/write-problems";
import { AgendaList } from "./agenda-list";
import { AgendaSubject } from "./agenda-subject";
import { AttendanceList } from "./attendance-list";
import { useCadenceChanges } from "./cadence-changes";
import { Countdown } from "./cadence-panel";
import { EndMeetingDialog } from "./end-meeting-dialog";
import styles from "./meeting-page.module.css";
import { useStateWord } from "./meeting-words";
import { useSelectAgendaItem, useStartMeeting } from "./meeting-writes";
import { OutcomeList } from "./outcome-list";

const MeetingQuery = graphql(`
  query Meeting($slug: String!, $meeting: String!) {
    partnership(slug: $slug) {
      id
      slug
      displayName
      timeZone
      viewerSide
      viewerMay
      members {
        side
        role
        person {
          id
          slug
          displayName
          companySlug
        }
      }
      meeting(slug: $meeting) {
        live
        knownAt
        meeting {
          id
          slug
          partnershipSlug
          seriesDisplayName
          kind
          state
          startsAt
          endsAt
          timeZone
          movedFrom
          reason
          startableFrom
          startedAt
          endedAt
          bothSidesPresent
          currentItemId
          currentSince
          agendaAsOf
          nextStart
          viewerMay
          revision
          attendances {
            joinedAt
            leftAt
            person {
              slug
              displayName
              side
              companyDisplayName
            }
          }
          missingParts {
            part
            lastKnownAt
          }
          items {
            itemId
            kind
            subject
            title
            state
            reason
            note
            plannedSeconds
            spentSeconds
            carriedOver
            live
            revision
            addedBy {
              displayName
            }
            facts {
              kpiSlug
              actionId
              actionNumber
              period
              value
              target
              sincePeriod
              dueDate
              overdueDays
              unownedSince
              waiting
              decimals
              unit
              owner {
                slug
                displayName
                side
                companyDisplayName
              }
            }
          }
          decisions {
            decisionId
            itemId
            what
            why
            revision
            decidedBy {
              slug
              displayName
              side
            }
          }
          commitments {
            id
            partnershipSlug
            itemId
            text
            dueDate
            state
            revision
            owner {
              slug
              displayName
              side
              companyDisplayName
            }
          }
        }
      }
    }
  }
`);

export type MeetingPartnership = NonNullable<Answer["partnership"]>;
export type MeetingView = NonNullable<MeetingPartnership["meeting"]>["meeting"];
export type Item = MeetingView["items"][number];

interface MeetingPageProps {
  readonly slug: string;
  readonly meeting: string;
}

/** `/p/:slug/meetings/:meeting`: the meeting run from the page, by both companies at once. */
export function MeetingPage({ slug, meeting: meetingSlug }: MeetingPageProps) {
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: MeetingQuery,
    variables: { slug, meeting: meetingSlug },
  });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useCadenceChanges([slug], again, { fetching, stale });
  const { shown, knownAt } = useLastKnown({
    now: data?.partnership?.meeting == null ? null : data.partnership,
    of: `${slug} ${meetingSlug}`,
    reading: error ? "failed" : "fine",
  });
  const full = shown?.meeting;
  if (shown === null || full == null) {
    return (
      <Unread slug={slug} reading={fetching && !error ? "yes" : "no"} failed={error ? "yes" : "no"} onRetry={again} />
    );
  }
  return (
    <>
      <title>{`${full.meeting.seriesDisplayName} · ${shown.displayName} · Drumbeat`}</title>
      <Room
        partnership={shown}
        meeting={full.meeting}
        unreachable={knownAt ?? (full.live ? null : full.knownAt)}
        liveness={liveness}
        onRetry={again}
      />
    </>
  );
}

function Unread(props: { slug: string; reading: "no" | "yes"; failed: "no" | "yes"; onRetry: () => void }) {
  const back = (
    <Link href={`/p/${props.slug}/meetings`}>
      <Trans>All meetings</Trans>
    </Link>
  );
  if (props.reading === "yes") {
    return (
      <Loading>
        <Skeleton width="20rem" height="2rem" />
        <Skeleton height="4rem" />
        <Skeleton height="26rem" />
      </Loading>
    );
  }
  if (props.failed === "yes") {
    return (
      <ErrorState stands="page" title={<Trans>This meeting can't be read</Trans>} onRetry={props.onRetry} action={back}>
        <Trans>Meetings did not answer. What was said and decided before is safe.</Trans>
      </ErrorState>
    );
  }
  return (
    <EmptyState stands="page" title={<Trans>There is no such meeting</Trans>} action={back}>
      <Trans>It may belong to a partnership that you are not part of.</Trans>
    </EmptyState>
  );
}

interface RoomProps {
  readonly partnership: MeetingPartnership;
  readonly meeting: MeetingView;
  /** When what is shown was known, while it can't be read; null when it is live. */
  readonly unreachable: string | null;
  readonly liveness: "live" | "reconnecting";
  readonly onRetry: () => void;
}

function Room({ partnership, meeting, unreachable, liveness, onRetry }: RoomProps) {
  const { t } = useLingui();
  const [looked, setLooked] = useState<string | null>(null);
  const selecting = useSelectAgendaItem();
  const starting = useStartMeeting();
  const [ending, setEnding] = useState<"closed" | "open">("closed");
  const where = { partnership: partnership.slug, meeting: meeting.slug };
  const running = meeting.state === "IN_PROGRESS";
  const may = (move: MeetingView["viewerMay"][number]) => meeting.viewerMay.includes(move);
  const open = meeting.items.filter(({ state }) => state === "OPEN");
  const item = shownOf(meeting, looked);

  const goTo = async (itemId: string | null) => {
    setLooked(null);
    if (may("SELECT_ITEM") || running) await selecting.send({ ...where, itemId });
  };
  const start = async () => {
    const started = await starting.send(where);
    if (started === null) return;
    const first = open[0]?.itemId;
    if (first !== undefined && started.meeting?.currentItemId == null)
      await selecting.send({ ...where, itemId: first });
  };
  const next = (after: string) => {
    const at = meeting.items.findIndex(({ itemId }) => itemId === after);
    const following = [...meeting.items.slice(at + 1), ...meeting.items.slice(0, at)].find(
      ({ state }) => state === "OPEN",
    );
    return goTo(following?.itemId ?? null);
  };

  return (
    <div className={styles.page}>
      <Head meeting={meeting} partnership={partnership} liveness={liveness}>
        {may("START_MEETING") ? (
          <Button look="primary" onPress={start} isPending={starting.sending === "yes"} autoFocus>
            <Trans>Start the meeting</Trans>
          </Button>
        ) : null}
        {may("END_MEETING") ? (
          <Button look={open.length === 0 ? "primary" : "secondary"} onPress={() => setEnding("open")}>
            <Trans>End the meeting…</Trans>
          </Button>
        ) : null}
        {meeting.state === "HELD" ? (
          <Link className={styles.minutes} href={`/p/${partnership.slug}/meetings/${meeting.slug}/minutes`}>
            <Trans>Minutes</Trans>
          </Link>
        ) : null}
      </Head>
      {unreachable === null ? null : <PartialBanner what={t`Meetings`} knownAt={unreachable} onRetry={onRetry} />}
      <WriteProblems
        errors={[...starting.userErrors, ...selecting.userErrors]}
        unanswered={starting.unanswered === "yes" ? "yes" : selecting.unanswered}
      />
      <div className={styles.columns}>
        <div className={styles.agenda}>
          <AgendaList
            meeting={meeting}
            shownId={item?.itemId ?? null}
            onLook={(itemId) => {
              if (running && may("SELECT_ITEM")) goTo(itemId);
              else setLooked(itemId);
            }}
          />
          <div className={styles.attendance}>
            <AttendanceList partnership={partnership} meeting={meeting} />
          </div>
        </div>
        <div className={styles.subject}>
          {item === null ? (
            <AllDone meeting={meeting} onEnd={may("END_MEETING") ? () => setEnding("open") : null} />
          ) : (
            <AgendaSubject
              key={item.itemId}
              partnership={partnership}
              meeting={meeting}
              item={item}
              onClosed={() => next(item.itemId)}
              onStale={onRetry}
            />
          )}
          <OutcomeList partnership={partnership} meeting={meeting} />
        </div>
      </div>
      <EndMeetingDialog meeting={meeting} isOpen={ending === "open"} onClose={() => setEnding("closed")} />
    </div>
  );
}

/**
 * What is looked at. While it runs everybody looks at what is being talked about, unless they looked at something else since;
 * nothing when all of it has an outcome.
 */
function shownOf({ items, state, currentItemId }: MeetingView, looked: string | null): Item | null {
  const of = (id: string | null) => items.find(({ itemId }) => itemId === id) ?? null;
  const open = items.find((item) => item.state === "OPEN") ?? null;
  if (looked !== null) return of(looked);
  if (state !== "IN_PROGRESS") return open ?? items[0] ?? null;
  return of(currentItemId) ?? open;
}

function AllDone({ meeting, onEnd }: { meeting: MeetingView; onEnd: (() => void) | null }) {
  return (
    <EmptyState
      title={meeting.items.length === 0 ? <Trans>Nothing is on the agenda</Trans> : <Trans>The agenda is done</Trans>}
      action={
        onEnd === null ? null : (
          <Button look="primary" onPress={onEnd} autoFocus>
            <Trans>End the meeting…</Trans>
          </Button>
        )
      }
    >
      {meeting.items.length === 0 ? (
        <Trans>Nothing is red, late or due, and nobody added anything.</Trans>
      ) : (
        <Trans>Every item has an outcome. What comes back is on the next agenda.</Trans>
      )}
    </EmptyState>
  );
}

interface HeadProps {
  readonly meeting: MeetingView;
  readonly partnership: MeetingPartnership;
  readonly liveness: "live" | "reconnecting";
  readonly children: ReactNode;
}

function Head({ meeting, partnership, liveness, children }: HeadProps) {
  const word = useStateWord();
  const format = useFormat(meeting.timeZone);
  return (
    <header className={styles.head}>
      <p className={styles.crumbs}>
        <Link href={`/p/${partnership.slug}`}>{partnership.displayName}</Link>
        <Link href={`/p/${partnership.slug}/meetings`}>
          <Trans>All meetings</Trans>
        </Link>
      </p>
      <div className={styles.title}>
        <h1>{meeting.seriesDisplayName}</h1>
        <span className={styles.state} data-state={meeting.state}>
          {word(meeting.state)}
        </span>
        <LiveDot state={liveness} />
      </div>
      <p className={styles.when}>
        {meeting.state === "SCHEDULED" || meeting.state === "MOVED" ? (
          <Countdown meeting={meeting} />
        ) : (
          <>
            {format.moment(meeting.startedAt ?? meeting.startsAt)}
            {meeting.endedAt === null ? ` – ${format.time(meeting.endsAt)}` : ` – ${format.time(meeting.endedAt)}`}
          </>
        )}{" "}
        <span>{meeting.timeZone}</span>
        {meeting.state === "IN_PROGRESS" ? <Remaining endsAt={meeting.endsAt} /> : null}
        {meeting.reason === null ? null : <em>{meeting.reason}</em>}
      </p>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}

/** What is left of the meeting's time. */
function Remaining({ endsAt }: { endsAt: string }) {
  const now = useNow(10_000);
  const minutes = Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 60_000);
  return (
    <b className={styles.remaining} data-over={minutes < 0 ? "" : undefined}>
      {minutes >= 0 ? <Trans>{minutes} min left</Trans> : <Trans>{-minutes} min over</Trans>}
    </b>
  );
}
