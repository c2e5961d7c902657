import { Trans } from "@lingui/react/macro";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import type { Side } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { RedLimitText, TargetText } from "~/ui/bounds";
import { Proposal } from "~/ui/proposal";
import { TargetDecision, TargetHistoryDocument } from "./target-history";

interface ProposedTargetsProps {
  readonly detail: FragmentType<typeof TargetHistoryDocument>;
  /** The side that may decide on the other side's proposals; null for those who decide nothing. */
  readonly decidesFor: Side | null;
  readonly timeZone: string;
}

/** The targets of a KPI that wait for an answer, with the buttons where the reader is the one to give it. */
export function ProposedTargets({ detail, decidesFor, timeZone }: ProposedTargetsProps) {
  const { standing, targets } = readFragment(TargetHistoryDocument, detail);
  const format = useFormat(timeZone);
  const { kpi } = standing;
  return targets
    .filter((target) => target.state === "PROPOSED")
    .map((target) => (
      <Proposal
        key={target.id}
        subject={
          <Trans>
            {kpi.displayName}: target from {format.period(target.fromPeriod)}
          </Trans>
        }
        what={
          <>
            <TargetText bounds={target.bounds} direction={kpi.direction} measure={kpi} /> {format.unit(kpi)},{" "}
            <RedLimitText bounds={target.bounds} direction={kpi.direction} measure={kpi} />
          </>
        }
        reason={target.reason}
        who={
          <Trans>
            Proposed by {target.proposedBy.displayName}, {format.date(target.proposedAt)}
          </Trans>
        }
      >
        {decidesFor !== null && target.proposedBy.side !== decidesFor ? (
          <TargetDecision target={target} kpi={kpi} />
        ) : (
          <small>
            <Trans>Waits for the other side's leader.</Trans>
          </small>
        )}
      </Proposal>
    ));
}
