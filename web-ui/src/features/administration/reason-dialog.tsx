import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { UserError } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";

interface ReasonDialogProps {
  readonly title: string;
  /** What it means. */
  readonly children: ReactNode;
  /** The word on the button. */
  readonly does: string;
  readonly write: {
    readonly sending: "no" | "yes";
    readonly userErrors: readonly UserError[];
    readonly unanswered: "no" | "yes";
  };
  readonly onReason: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks why, for the audit trail, before something ends. */
export function ReasonDialog({ title, children, does, write, onReason, onClose }: ReasonDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [reason, setReason] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await onReason(reason.trim());
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="danger" type="submit" form={form} isPending={write.sending === "yes"}>
            {does}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{children}</p>
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          lines={2}
          maxLength={1000}
          hint={t`The audit trail keeps it.`}
          autoFocus
        />
        <WriteProblems errors={write.userErrors} unanswered={write.unanswered} />
      </form>
    </Dialog>
  );
}
