import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { useCancelMeeting, useMoveMeeting } from "./meeting-writes";
import styles from "./series-dialog.module.css";

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
  const form = useId();
  const format = useFormat(meeting.timeZone);
  const [date, setDate] = useState(() => dateIn(meeting.timeZone, new Date(meeting.startsAt)));
  const [time, setTime] = useState(() => timeIn(meeting.timeZone, meeting.startsAt));
  const [reason, setReason] = useState("");
  const moving = useMoveMeeting();
  const cancelling = useCancelMeeting();
  const write = change === "move" ? moving : cancelling;
  const which = { partnership: meeting.partnershipSlug, meeting: meeting.slug, revision: meeting.revision };
  const submit = async () => {
    const done =
      change === "move"
        ? await moving.send({ ...which, start: `${date}T${time}`, reason: reason.trim() })
        : await cancelling.send({ ...which, reason: reason.trim() });
    if (done !== null) onClose();
  };
  return (
    <Dialog
      title={change === "move" ? t`Move a meeting` : t`Cancel a meeting`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Back</Trans>
          </Button>
          <Button
            look={change === "move" ? "primary" : "danger"}
            type="submit"
            form={form}
            isPending={write.sending === "yes"}
          >
            {change === "move" ? <Trans>Move it</Trans> : <Trans>Cancel it</Trans>}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        noValidate
      >
        <p>
          {meeting.seriesDisplayName}, {format.moment(meeting.startsAt)} {meeting.timeZone}
        </p>
        {change === "move" ? (
          <div className={styles.pair}>
            <TextField
              label={t`New date`}
              type="date"
              value={date}
              onChange={setDate}
              error={errorOf(write.userErrors, "start")}
            />
            <TextField label={t`Time`} type="time" value={time} onChange={setTime} />
          </div>
        ) : null}
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
          hint={t`Both sides read it.`}
          error={errorOf(write.userErrors, "reason")}
        />
        <WriteProblems errors={errorsBesides(write.userErrors, ["start", "reason"])} unanswered={write.unanswered} />
      </form>
    </Dialog>
  );
}

/** What the clocks of a zone show, such as `09:00`. */
function timeIn(zone: string, moment: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(moment));
}
