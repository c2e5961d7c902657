import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "./button";
import styles from "./decision-buttons.module.css";
import { TextField } from "./text-field";

interface RejectFormProps {
  readonly onReject: (reason: string | null) => void;
  readonly onBack: () => void;
  readonly sending: "no" | "yes";
  /** What was said about the reason. */
  readonly error: string | null;
}

/** A no, with its reason. */
export function RejectForm({ onReject, onBack, sending, error }: RejectFormProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  return (
    <form
      className={styles.reject}
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason.trim() === "" ? null : reason.trim());
      }}
    >
      <TextField
        label={t`Why not?`}
        value={reason}
        onChange={setReason}
        error={error}
        lines={2}
        autoFocus
        maxLength={500}
      />
      <div className={styles.buttons}>
        <Button size="small" type="submit" look="danger" isPending={sending === "yes"}>
          <Trans>Reject</Trans>
        </Button>
        <Button size="small" look="quiet" onPress={onBack}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </form>
  );
}
