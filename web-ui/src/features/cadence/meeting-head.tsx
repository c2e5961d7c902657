import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { LiveDot } from "~/ui/live-dot";
import { Countdown } from "./cadence-panel";
import styles from "./meeting-page.module.css";
import type { MeetingPartnership, MeetingView } from "./meeting-query";
import { useStateWord } from "./meeting-words";

interface MeetingHeadProps {
  readonly meeting: MeetingView;
  readonly partnership: MeetingPartnership;
  readonly liveness: "live" | "reconnecting";
  readonly children: ReactNode;
}

/** Which meeting, where it stands, when, and what can be done with it as a whole. */
export function MeetingHead({ meeting, partnership, liveness, children }: MeetingHeadProps) {
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
  const format = useFormat();
  const minutes = Math.ceil((new Date(endsAt).getTime() - now.getTime()) / 60_000);
  return (
    <b className={styles.remaining} data-over={minutes < 0 ? "" : undefined}>
      {minutes >= 0 ? <Trans>{minutes} min left</Trans> : <Trans>{format.minutes(-minutes)} over</Trans>}
    </b>
  );
}
