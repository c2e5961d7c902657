import { useLingui } from "@lingui/react/macro";
import { graphql } from "~/graphql/gql";
import { type Measure, useFormat } from "~/lib/format";
import type { Period } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { DecisionButtons } from "~/ui/decision-buttons";
import { notify } from "~/ui/notices";

const DecideCorrectionMutation = graphql(`
  mutation DecideCorrection($input: DecideCorrectionInput!) {
    decideCorrection(input: $input) {
      correction {
        id
        state
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface CorrectionDecisionProps {
  readonly correction: { readonly id: string; readonly period: Period };
  readonly kpi: Measure & { readonly displayName: string };
}

/** Yes or no to the other side's correction. */
export function CorrectionDecision({ correction, kpi }: CorrectionDecisionProps) {
  const { t } = useLingui();
  const format = useFormat();
  const deciding = useWrite(DecideCorrectionMutation, [
    "Correction",
    "Measurement",
    "Scorecard",
    "KpiDetail",
    "PortfolioLine",
  ]);
  return (
    <DecisionButtons
      subject={t`correction of ${kpi.displayName} in ${format.period(correction.period)}`}
      sending={deciding.sending}
      reasonError={errorOf(deciding.userErrors, "reason")}
      problems={errorsBesides(deciding.userErrors, ["reason"])}
      unanswered={deciding.unanswered}
      onDecide={async (decision, reason) => {
        const done = await deciding.send({ correction: correction.id, decision, reason });
        if (done === null) return;
        notify({ kind: "done", text: decision === "ACCEPT" ? t`Correction approved.` : t`Correction rejected.` });
      }}
    />
  );
}
