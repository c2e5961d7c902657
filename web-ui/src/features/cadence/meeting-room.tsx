import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { Button } from "~/ui/button";
import { EmptyState, PartialBanner } from "~/ui/state";
import { WriteProblems } from "~/ui/write-problems";
import { AgendaList } from "./agenda-list";
import { AgendaSubject } from "./agenda-subject";
import { useSelectAgendaItem } from "./agenda-writes";
import { AttendanceList } from "./attendance-list";
import { EndMeetingDialog } from "./end-meeting-dialog";
import { MeetingHead } from "./meeting-head";
import styles from "./meeting-page.module.css";
import type { Item, MeetingPartnership, MeetingView } from "./meeting-query";
import { useStartMeeting } from "./meeting-writes";
import { OutcomeList } from "./outcome-list";

interface MeetingRoomProps {
  readonly partnership: MeetingPartnership;
  readonly meeting: MeetingView;
  /** When what is shown was known, while it can't be read; null when it is live. */
  readonly unreachable: string | null;
  readonly liveness: "live" | "reconnecting";
  readonly onRetry: () => void;
}

/** The meeting itself: agenda, what is talked about, who is there, what comes of it. */
export function MeetingRoom({ partnership, meeting, unreachable, liveness, onRetry }: MeetingRoomProps) {
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
      <MeetingHead meeting={meeting} partnership={partnership} liveness={liveness}>
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
      </MeetingHead>
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
            onRetry={onRetry}
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
