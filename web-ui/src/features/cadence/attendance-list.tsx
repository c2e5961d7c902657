import { Trans, useLingui } from "@lingui/react/macro";
import { useViewer } from "~/lib/viewer";
import { Button } from "~/ui/button";
import { Person } from "~/ui/person";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./attendance-list.module.css";
import type { MeetingPartnership, MeetingView } from "./meeting-query";
import { useAttendMeeting, useLeaveMeeting } from "./meeting-writes";

interface AttendanceListProps {
  readonly partnership: MeetingPartnership;
  readonly meeting: MeetingView;
}

/** Who is there, of both sides; a side without anybody is said, because a meeting of one side does not count as held. */
export function AttendanceList({ partnership, meeting }: AttendanceListProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const attending = useAttendMeeting();
  const leaving = useLeaveMeeting();
  const where = { partnership: partnership.slug, meeting: meeting.slug };
  const present = new Map(meeting.attendances.map((attendance) => [attendance.person.slug, attendance]));
  const running = meeting.state === "IN_PROGRESS";
  const mayMark = running && meeting.viewerMay.some((move) => move === "ATTEND_MEETING" || move === "LEAVE_MEETING");
  const sides = ["OWNER", "PARTNER"] as const;
  const here = present.get(viewer.slug)?.leftAt === null;
  return (
    <section className={styles.attendance} aria-label={t`Attendance`}>
      <h2 className={styles.heading}>
        <Trans>There</Trans>
        {running && meeting.viewerMay.includes("ATTEND_MEETING") && !here ? (
          <Button
            size="small"
            look="primary"
            icon="check"
            isPending={attending.sending === "yes"}
            onPress={() => attending.send({ ...where, person: null })}
          >
            <Trans>I'm here</Trans>
          </Button>
        ) : null}
      </h2>
      {running && !meeting.bothSidesPresent ? (
        <p className={styles.oneSided} role="status">
          <Trans>Only one side is here: the meeting does not count as held yet.</Trans>
        </p>
      ) : null}
      {sides.map((side) => {
        const members = (partnership.members ?? []).filter(
          (member) => member.side === side && member.role !== "VIEWER",
        );
        const others = meeting.attendances.filter(
          ({ person }) => person.side === side && !members.some((member) => member.person.slug === person.slug),
        );
        return (
          <ul key={side} className={styles.side}>
            {members.map(({ person }) => (
              <Member
                key={person.slug}
                name={person.displayName}
                side={side}
                attendance={present.get(person.slug) ?? null}
                onChange={
                  side === partnership.viewerSide && mayMark
                    ? (there) => (there === "yes" ? leaving : attending).send({ ...where, person: person.slug })
                    : null
                }
              />
            ))}
            {others.map(({ person }) => (
              <li key={person.slug} data-there="yes">
                <Person name={person.displayName} side={side} />
              </li>
            ))}
          </ul>
        );
      })}
      <WriteProblems errors={[...attending.userErrors, ...leaving.userErrors]} unanswered={attending.unanswered} />
    </section>
  );
}

interface MemberProps {
  readonly name: string;
  readonly side: "OWNER" | "PARTNER";
  readonly attendance: { readonly leftAt: string | null } | null;
  /** Null where the viewer may not say whether this person is there. */
  readonly onChange: ((there: "yes" | "no") => void) | null;
}

function Member({ name, side, attendance, onChange }: MemberProps) {
  const { t } = useLingui();
  const there = attendance === null ? "no" : attendance.leftAt === null ? "yes" : "left";
  return (
    <li data-there={there}>
      <Person name={name} side={side} />
      <span className={styles.word}>
        {there === "yes" ? <Trans>there</Trans> : null}
        {there === "left" ? <Trans>left</Trans> : null}
      </span>
      {onChange === null ? null : (
        <Button
          size="small"
          look="quiet"
          icon={there === "yes" ? "close" : "plus"}
          aria-label={there === "yes" ? t`${name} left` : t`${name} is here`}
          onPress={() => onChange(there === "yes" ? "yes" : "no")}
        />
      )}
    </li>
  );
}
