import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { notify } from "~/ui/notices";
import { ErrorState, Loading, Skeleton } from "~/ui/state";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import type { ProposedAction } from "./action-answer";
import { changedByActions } from "./action-changes";
import { OwnerPicker } from "./owner-picker";
import { soon, usePeople } from "./people";
import styles from "./propose-dialog.module.css";

const ProposeOwnerMutation = graphql(`
  mutation ProposeOwner($input: ProposeOwnerInput!) {
    proposeOwner(input: $input) {
      action {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ProposeDialogProps {
  readonly action: ProposedAction;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Proposes who is to have an action until when, or counters what the other side proposed. */
export function ProposeDialog({ action, isOpen, onClose }: ProposeDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [sending, setSending] = useState<"no" | "yes">("no");
  return (
    <Dialog
      title={t`Owner and due date: action ${action.number}`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={sending === "yes"}>
            <Trans>Propose</Trans>
          </Button>
        </>
      }
    >
      <ProposeForm key={action.id} action={action} form={form} onSending={setSending} onDone={onClose} />
    </Dialog>
  );
}

interface ProposeFormProps {
  readonly action: ProposedAction;
  readonly form: string;
  readonly onSending: (sending: "no" | "yes") => void;
  readonly onDone: () => void;
}

function ProposeForm({ action, form, onSending, onDone }: ProposeFormProps) {
  const { t } = useLingui();
  const reading = usePeople(action.partnershipSlug);
  const [owner, setOwner] = useState(action.owner);
  const [dueDate, setDueDate] = useState(() => action.dueDate ?? soon());
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState<"no" | "yes">("no");
  const proposing = useWrite(ProposeOwnerMutation, changedByActions);

  if (reading.kind === "loading") {
    return (
      <Loading>
        <Skeleton height="8rem" />
      </Loading>
    );
  }
  if (reading.kind === "unreachable") {
    return <ErrorState title={<Trans>The people can't be read</Trans>} onRetry={reading.retry} />;
  }
  const { candidates } = reading;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked("yes");
    if (owner === null) return;
    onSending("yes");
    const done = await proposing.send({
      action: action.id,
      revision: action.revision,
      owner,
      dueDate,
      reason: reason.trim() === "" ? null : reason.trim(),
    });
    onSending("no");
    if (done === null) return;
    notify({ kind: "done", text: t`Proposed. It counts once the owner and the other side have accepted.` });
    onDone();
  };

  return (
    <form id={form} className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.title}>{action.title}</p>
      <OwnerPicker
        label={t`Who answers for it?`}
        candidates={candidates}
        selected={owner}
        onSelect={setOwner}
        error={checked === "yes" && owner === null ? t`Choose somebody.` : refusalOf(proposing.userErrors, "owner")}
      />
      <TextField
        label={t`Due`}
        type="date"
        value={dueDate}
        onChange={setDueDate}
        hint={t`When the cause is gone, not when the search begins.`}
        error={refusalOf(proposing.userErrors, "dueDate")}
      />
      <TextField
        label={action.agreed === "yes" ? t`Why does it change?` : t`Why? (may be left empty)`}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={1000}
        error={refusalOf(proposing.userErrors, "reason")}
      />
      <WriteProblems
        errors={errorsBesides(proposing.userErrors, ["owner", "dueDate", "reason"])}
        unanswered={proposing.unanswered}
      />
    </form>
  );
}
