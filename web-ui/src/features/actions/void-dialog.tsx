import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";

const VoidActionMutation = graphql(`
  mutation VoidAction($input: VoidActionInput!) {
    voidAction(input: $input) {
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

interface VoidDialogProps {
  readonly action: { readonly id: string; readonly revision: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Withdraws an action that was opened by hand; it stays readable. */
export function VoidDialog({ action, isOpen, onClose }: VoidDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [reason, setReason] = useState("");
  const voiding = useWrite(VoidActionMutation, changedByActions);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await voiding.send({ action: action.id, revision: action.revision, reason: reason.trim() })) !== null)
      onClose();
  };
  return (
    <Dialog
      title={t`Withdraw this action`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="danger" type="submit" form={form} isPending={voiding.sending === "yes"}>
            <Trans>Withdraw</Trans>
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          lines={3}
          maxLength={1000}
          error={refusalOf(voiding.userErrors, "reason")}
          autoFocus
        />
        <WriteProblems errors={errorsBesides(voiding.userErrors, ["reason"])} unanswered={voiding.unanswered} />
      </form>
    </Dialog>
  );
}
