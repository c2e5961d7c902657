import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/ui/button";
import { Menu, MenuAction } from "~/ui/menu";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./commitment-acts.module.css";
import { EditCommitment, EndCommitment } from "./commitment-dialog";
import { useCompleteCommitment } from "./outcome-writes";

/** What is needed of a commitment to do something about it. */
export interface ActedCommitment {
  readonly id: string;
  readonly partnershipSlug: string;
  readonly text: string;
  readonly dueDate: string;
  readonly state: "OPEN" | "DONE" | "DROPPED";
  readonly revision: string;
  readonly owner: { readonly slug: string };
}

interface CommitmentActsProps {
  readonly commitment: ActedCommitment;
  /** It was done or dropped, and how it stands now. */
  readonly onClosed?: (now: Pick<ActedCommitment, "state" | "revision">) => void;
}

/** What becomes of a commitment: done, changed, dropped, or opened again. */
export function CommitmentActs({ commitment, onClosed }: CommitmentActsProps) {
  const { t } = useLingui();
  const completing = useCompleteCommitment();
  const [change, setChange] = useState<"edit" | "drop" | "reopen" | null>(null);
  const { text } = commitment;
  const done = async () => {
    const payload = await completing.send({ commitment: commitment.id, revision: commitment.revision });
    if (payload?.commitment != null) onClosed?.(payload.commitment);
  };
  return (
    <div className={styles.acts} data-print="hide">
      {commitment.state === "OPEN" ? (
        <>
          <Button
            size="small"
            icon="check"
            aria-label={t`Done: ${text}`}
            onPress={done}
            isPending={completing.sending === "yes"}
          >
            <Trans>Done</Trans>
          </Button>
          <Menu
            label={t`More about: ${text}`}
            trigger={<Button size="small" look="quiet" icon="more" aria-label={t`More about: ${text}`} />}
          >
            <MenuAction icon="edit" onAction={() => setChange("edit")}>{t`Change…`}</MenuAction>
            <MenuAction icon="close" onAction={() => setChange("drop")}>{t`Drop…`}</MenuAction>
          </Menu>
        </>
      ) : (
        <Button size="small" look="quiet" aria-label={t`Open again: ${text}`} onPress={() => setChange("reopen")}>
          <Trans>Open again…</Trans>
        </Button>
      )}
      <WriteProblems errors={completing.userErrors} unanswered={completing.unanswered} />
      {change === "edit" ? <EditCommitment commitment={commitment} onClose={() => setChange(null)} /> : null}
      {change === "drop" || change === "reopen" ? (
        <EndCommitment
          commitment={commitment}
          change={change}
          onClose={() => setChange(null)}
          onClosed={(now) => onClosed?.(now)}
        />
      ) : null}
    </div>
  );
}
