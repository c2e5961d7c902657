import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { Countdown } from "./cadence-panel";
import { useStateWord } from "./meeting-words";
import styles from "./meetings-page.module.css";
import type { ListedMeeting } from "./meetings-query";
import { MoveMeetingDialog } from "./move-meeting-dialog";

/** Meetings, each with what may be done about it. */
export function MeetingList({ meetings }: { meetings: readonly ListedMeeting[] }) {
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
        <small>
          {coming && meeting.state !== "IN_PROGRESS" ? null : format.moment(meeting.startsAt)}
          {meeting.state === "IN_PROGRESS" ? " · " : null}
          {coming ? <Countdown meeting={meeting} /> : null}
        </small>
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
