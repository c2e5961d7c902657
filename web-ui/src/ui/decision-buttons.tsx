import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Button } from "./button";
import styles from "./decision-buttons.module.css";
import { WriteProblems } from "./write-problems";

// Fields are a good part of what a page loads, and most pages are read without rejecting anything.
const RejectForm = lazy(() => import("./reject-form").then((module) => ({ default: module.RejectForm })));

export type Verdict = "ACCEPT" | "REJECT";

interface DecisionButtonsProps {
  /** What is decided on, for those who hear the buttons without what stands around them. */
  readonly subject: string;
  readonly onDecide: (verdict: Verdict, reason: string | null) => void;
  readonly sending: "no" | "yes";
  /** What was said about the reason. */
  readonly reasonError: string | null;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly unanswered: "no" | "yes";
}

/** Yes at once, no with a reason. */
export function DecisionButtons(props: DecisionButtonsProps) {
  const { subject, onDecide, sending, reasonError, problems, unanswered } = props;
  const { t } = useLingui();
  const [step, setStep] = useState<"choose" | "reject">("choose");
  return (
    <div className={styles.decision} data-print="hide">
      {step === "choose" ? (
        <div className={styles.buttons}>
          <Button
            size="small"
            icon="check"
            aria-label={t`Accept: ${subject}`}
            isPending={sending === "yes"}
            onPress={() => onDecide("ACCEPT", null)}
          >
            <Trans>Accept</Trans>
          </Button>
          <Button size="small" look="quiet" aria-label={t`Reject: ${subject}`} onPress={() => setStep("reject")}>
            <Trans>Reject…</Trans>
          </Button>
        </div>
      ) : (
        <Suspense fallback={null}>
          <RejectForm
            onReject={(reason) => onDecide("REJECT", reason)}
            onBack={() => setStep("choose")}
            sending={sending}
            error={reasonError}
          />
        </Suspense>
      )}
      <WriteProblems errors={problems} unanswered={unanswered} />
    </div>
  );
}
