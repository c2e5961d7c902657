import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./agenda-subject.module.css";
import { useCloseAgendaItem, useReopenAgendaItem } from "./agenda-writes";
import type { Item, MeetingView } from "./meeting-query";

interface ItemClosingProps {
  readonly meeting: MeetingView;
  readonly item: Item;
  readonly onClosed: () => void;
}

type Step = "choose" | "CARRIED_OVER" | "DROPPED";

/** Done, back next time, or dropped; what needs a reason asks for it. */
export function ItemClosing({ meeting, item, onClosed }: ItemClosingProps) {
  const closing = useCloseAgendaItem();
  const [step, setStep] = useState<Step>("choose");
  const where = {
    partnership: meeting.partnershipSlug,
    meeting: meeting.slug,
    itemId: item.itemId,
    revision: item.revision,
  };
  const close = async (state: "DONE" | "CARRIED_OVER" | "DROPPED", reason: string | null = null) => {
    const closed = await closing.send({ ...where, state, reason });
    if (closed !== null) onClosed();
  };
  const red = item.live && (item.kind === "UNOWNED_RED" || item.kind === "OWNED_RED");

  if (!meeting.viewerMay.includes("CLOSE_ITEM")) return null;
  return (
    <footer className={styles.closing}>
      {step === "choose" ? (
        <>
          <Button
            look="primary"
            icon="check"
            autoFocus
            isPending={closing.sending === "yes"}
            onPress={() => close("DONE")}
          >
            <Trans>Done, next</Trans>
          </Button>
          <Button onPress={() => (red ? setStep("CARRIED_OVER") : close("CARRIED_OVER"))}>
            <Trans>Back next time</Trans>
          </Button>
          {red ? null : (
            <Button look="quiet" onPress={() => setStep("DROPPED")}>
              <Trans>Drop…</Trans>
            </Button>
          )}
        </>
      ) : (
        <ReasonForm
          closing={step}
          sending={closing.sending}
          onSubmit={(reason) => close(step, reason)}
          onBack={() => setStep("choose")}
        />
      )}
      <WriteProblems errors={closing.userErrors} unanswered={closing.unanswered} />
    </footer>
  );
}

interface ReasonFormProps {
  readonly closing: "CARRIED_OVER" | "DROPPED";
  readonly sending: "no" | "yes";
  readonly onSubmit: (reason: string | null) => void;
  readonly onBack: () => void;
}

function ReasonForm({ closing, sending, onSubmit, onBack }: ReasonFormProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const drops = closing === "DROPPED";
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(reason.trim() === "" ? null : reason.trim());
      }}
    >
      <TextField
        label={drops ? t`Why is it dropped?` : t`Why does this red wait until next time?`}
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoFocus
      />
      <Button type="submit" look={drops ? "danger" : "primary"} isPending={sending === "yes"}>
        {drops ? <Trans>Drop</Trans> : <Trans>Back next time</Trans>}
      </Button>
      <Button look="quiet" onPress={onBack}>
        <Trans>Back</Trans>
      </Button>
    </form>
  );
}

/** How it was closed, and the way back. */
export function ItemClosed({ meeting, item }: { meeting: MeetingView; item: Item }) {
  const reopening = useReopenAgendaItem();
  const may = meeting.viewerMay.includes("REOPEN_ITEM");
  if (!may && item.reason === null) return null;
  return (
    <footer className={styles.closing}>
      {item.reason === null ? null : <p className={styles.quiet}>{item.reason}</p>}
      {may ? (
        <Button
          size="small"
          isPending={reopening.sending === "yes"}
          onPress={() =>
            reopening.send({
              partnership: meeting.partnershipSlug,
              meeting: meeting.slug,
              itemId: item.itemId,
              revision: item.revision,
            })
          }
        >
          <Trans>Open it again</Trans>
        </Button>
      ) : null}
      <WriteProblems errors={reopening.userErrors} unanswered={reopening.unanswered} />
    </footer>
  );
}
