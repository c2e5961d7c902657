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
  /** Those that wait for the reader, or those that wait for somebody else. */
  readonly shows: "own" | "others";
  readonly timeZone: string;
}

/** The targets of a KPI that wait for an answer, with the buttons where the reader is the one to give it. */
export function ProposedTargets({ detail, decidesFor, shows, timeZone }: ProposedTargetsProps) {
  const { standing, targets } = readFragment(TargetHistoryDocument, detail);
  const format = useFormat(timeZone);
  const { kpi } = standing;
  const waitsForReader = (by: { readonly side?: Side | null }) => decidesFor !== null && by.side !== decidesFor;
  return targets
    .filter((target) => target.state === "PROPOSED" && waitsForReader(target.proposedBy) === (shows === "own"))
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
        {shows === "own" ? (
          <TargetDecision target={target} kpi={kpi} />
        ) : (
          <small>
            {target.proposedBy.side === "OWNER" ? (
              <Trans>Waits for a leader of the partner.</Trans>
            ) : (
              <Trans>Waits for a leader of the owner.</Trans>
            )}
          </small>
        )}
      </Proposal>
    ));
}
