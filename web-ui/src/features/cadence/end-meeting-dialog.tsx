import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./end-meeting-dialog.module.css";
import type { MeetingView } from "./meeting-query";
import { useEndMeeting } from "./meeting-writes";

interface EndMeetingDialogProps {
  readonly meeting: MeetingView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Ends the meeting: says what comes back, and asks why where a live red is left open. */
export function EndMeetingDialog({ meeting, isOpen, onClose }: EndMeetingDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [reason, setReason] = useState("");
  const ending = useEndMeeting();
  const open = meeting.items.filter(({ state }) => state === "OPEN");
  const reds = open.filter(({ kind, live }) => live && (kind === "UNOWNED_RED" || kind === "OWNED_RED"));
  const asked = reds.length > 0 || ending.userErrors.some(({ code }) => code === "REDS_UNRESOLVED");
  const end = async () => {
    const ended = await ending.send({
      partnership: meeting.partnershipSlug,
      meeting: meeting.slug,
      unresolvedReason: reason.trim() === "" ? null : reason.trim(),
    });
    if (ended !== null) onClose();
  };
  return (
    <Dialog
      title={t`End the meeting`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Go on</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={ending.sending === "yes"} autoFocus={!asked}>
            <Trans>End and freeze the minutes</Trans>
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          end();
        }}
      >
        <ul className={styles.sums}>
          <li>
            <Plural value={meeting.decisions.length} one="# decision" other="# decisions" />
          </li>
          <li>
            <Plural value={meeting.commitments.length} one="# commitment" other="# commitments" />
          </li>
          <li>
            <Plural
              value={open.length}
              one="# open item comes back next time"
              other="# open items come back next time"
            />
          </li>
        </ul>
        {meeting.bothSidesPresent ? null : (
          <p className={styles.warning}>
            <Trans>Only one side was here: this meeting will not count as held by both.</Trans>
          </p>
        )}
        {asked ? (
          <>
            {reds.length === 0 ? null : (
              <ul className={styles.reds}>
                {reds.map(({ itemId, title }) => (
                  <li key={itemId}>{title}</li>
                ))}
              </ul>
            )}
            <TextField
              label={t`Why do these reds stay open until next time?`}
              value={reason}
              onChange={setReason}
              lines={2}
              maxLength={500}
              autoFocus
              error={errorOf(ending.userErrors, "unresolvedReason")}
            />
          </>
        ) : null}
        <WriteProblems errors={errorsBesides(ending.userErrors, ["unresolvedReason"])} unanswered={ending.unanswered} />
      </form>
    </Dialog>
  );
}
