import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { Side, TargetHistoryFragment } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { RedLimitText, TargetText } from "~/ui/bounds";
import { DecisionButtons } from "~/ui/decision-buttons";
import { notify } from "~/ui/notices";
import { EmptyState } from "~/ui/state";
import styles from "./target-history.module.css";

export const TargetHistoryDocument = graphql(`
  fragment TargetHistory on KpiDetail {
    standing {
      kpi {
        id
        displayName
        unit
        currency
        decimals
        direction
      }
    }
    targets {
      id
      fromPeriod
      state
      reason
      bounds {
        value
        redLimit
        upperValue
        upperRedLimit
      }
      proposedBy {
        displayName
        side
      }
      proposedAt
      decidedBy {
        displayName
        side
      }
      decidedAt
      decisionReason
    }
  }
`);

type Target = TargetHistoryFragment["targets"][number];
type Kpi = TargetHistoryFragment["standing"]["kpi"];

const DecideTargetMutation = graphql(`
  mutation DecideTarget($input: DecideTargetInput!) {
    decideTarget(input: $input) {
      target {
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

interface TargetHistoryProps {
  readonly detail: FragmentType<typeof TargetHistoryDocument>;
  /** The side that may decide on the other side's proposals; null for those who decide nothing. */
  readonly decidesFor: Side | null;
  readonly timeZone: string;
  /** The button that proposes one, for those who may. */
  readonly propose?: ReactNode;
}

/** What has to be reached from when on, who agreed to it, and what is proposed. */
export function TargetHistory({ detail, decidesFor, timeZone, propose }: TargetHistoryProps) {
  const { standing, targets } = readFragment(TargetHistoryDocument, detail);
  if (targets.length === 0) {
    return (
      <EmptyState title={<Trans>No target yet</Trans>} action={propose}>
        <Trans>Without a target nothing is judged. One side proposes it, the other side accepts.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={styles.history}>
      {propose}
      <ol className={styles.targets}>
        {targets.map((target) => (
          <TargetLine
            key={target.id}
            target={target}
            kpi={standing.kpi}
            timeZone={timeZone}
            decides={
              target.state === "PROPOSED" && decidesFor !== null && target.proposedBy.side !== decidesFor ? "yes" : "no"
            }
          />
        ))}
      </ol>
    </div>
  );
}

interface TargetLineProps {
  readonly target: Target;
  readonly kpi: Kpi;
  readonly timeZone: string;
  readonly decides: "yes" | "no";
}

export function TargetLine({ target, kpi, timeZone, decides }: TargetLineProps) {
  const format = useFormat(timeZone);
  const unit = format.unit(kpi);
  return (
    <li className={styles.target} data-state={target.state}>
      <p className={styles.from}>
        <Trans>from {format.period(target.fromPeriod)}</Trans>
      </p>
      <div className={styles.what}>
        <p>
          <strong>
            <TargetText bounds={target.bounds} direction={kpi.direction} measure={kpi} />
            {unit === "" ? null : `\u202f${unit}`}
          </strong>{" "}
          <span className={styles.limit}>
            <RedLimitText bounds={target.bounds} direction={kpi.direction} measure={kpi} />
          </span>
        </p>
        <p>{target.reason}</p>
        <p className={styles.who}>
          <Trans>
            Proposed by {target.proposedBy.displayName}, {format.date(target.proposedAt)}
          </Trans>
          {target.decidedBy == null || target.decidedAt == null ? null : (
            <>
              {" · "}
              {target.state === "REJECTED" ? (
                <Trans>
                  rejected by {target.decidedBy.displayName}, {format.date(target.decidedAt)}
                </Trans>
              ) : (
                <Trans>
                  accepted by {target.decidedBy.displayName}, {format.date(target.decidedAt)}
                </Trans>
              )}
            </>
          )}
        </p>
        {target.decisionReason == null ? null : <p className={styles.answer}>“{target.decisionReason}”</p>}
        {decides === "yes" ? <TargetDecision target={target} kpi={kpi} /> : null}
      </div>
      <p className={styles.state}>
        {target.state === "PROPOSED" ? (
          <Trans>Proposed</Trans>
        ) : target.state === "ACCEPTED" ? (
          <Trans>Agreed</Trans>
        ) : (
          <Trans>Rejected</Trans>
        )}
      </p>
    </li>
  );
}

/** Yes or no to the other side's target. */
export function TargetDecision({ target, kpi }: { target: Target; kpi: Kpi }) {
  const { t } = useLingui();
  const format = useFormat();
  const deciding = useWrite(DecideTargetMutation, ["Target", "Scorecard", "KpiDetail", "PortfolioLine"]);
  return (
    <DecisionButtons
      subject={t`target of ${kpi.displayName} from ${format.period(target.fromPeriod)}`}
      sending={deciding.sending}
      reasonError={errorOf(deciding.userErrors, "reason")}
      problems={errorsBesides(deciding.userErrors, ["reason"])}
      unanswered={deciding.unanswered}
      onDecide={async (decision, reason) => {
        const done = await deciding.send({ target: target.id, decision, reason });
        if (done === null) return;
        notify({ kind: "done", text: decision === "ACCEPT" ? t`Target accepted.` : t`Target rejected.` });
      }}
    />
  );
}
