import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { FormDialog } from "~/ui/form-dialog";
import { WriteProblems } from "~/ui/write-problems";
import { DayAndTime, wallTimeIn } from "./day-and-time";
import { useCancelMeeting, useMoveMeeting } from "./meeting-writes";
import styles from "./series-dialog.module.css";
import { WhyField } from "./why-field";

interface MoveMeetingDialogProps {
  readonly meeting: {
    readonly slug: string;
    readonly partnershipSlug: string;
    readonly seriesDisplayName: string;
    readonly startsAt: string;
    readonly timeZone: string;
    readonly revision: string;
  };
  readonly change: "move" | "cancel";
  readonly onClose: () => void;
}

/** Another time for one meeting, or none; with the reason, which both sides read. */
export function MoveMeetingDialog({ meeting, change, onClose }: MoveMeetingDialogProps) {
  const { t } = useLingui();
  const format = useFormat(meeting.timeZone);
  // As it was when this was opened: where the other side puts it meanwhile is not overwritten unseen.
  const [seen] = useState(meeting);
  const [start, setStart] = useState(() => wallTimeIn(meeting.timeZone, meeting.startsAt));
  const [reason, setReason] = useState("");
  const moving = useMoveMeeting();
  const cancelling = useCancelMeeting();
  const write = change === "move" ? moving : cancelling;
  const which = { partnership: meeting.partnershipSlug, meeting: meeting.slug, revision: seen.revision };
  const submit = async () => {
    const done =
      change === "move"
        ? await moving.send({ ...which, start, reason: reason.trim() })
        : await cancelling.send({ ...which, reason: reason.trim() });
    if (done !== null) onClose();
  };
  return (
    <FormDialog
      title={change === "move" ? t`Move a meeting` : t`Cancel a meeting`}
      submit={change === "move" ? <Trans>Move it</Trans> : <Trans>Cancel it</Trans>}
      look={change === "move" ? "primary" : "danger"}
      sending={write.sending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {meeting.seriesDisplayName}, {format.moment(meeting.startsAt)} {meeting.timeZone}
      </p>
      {change === "move" ? (
        <div className={styles.pair}>
          <DayAndTime
            label={t`New date`}
            value={start}
            onChange={setStart}
            error={errorOf(write.userErrors, "start")}
          />
        </div>
      ) : null}
      <WhyField value={reason} onChange={setReason} errors={write.userErrors} autoFocus="yes" />
      <WriteProblems errors={errorsBesides(write.userErrors, ["start", "reason"])} unanswered={write.unanswered} />
    </FormDialog>
  );
}
