import { Trans } from "@lingui/react/macro";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { Side } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { Proposal } from "~/ui/proposal";
import { CorrectionDecision } from "./correction-decision";

export const ProposedCorrectionsDocument = graphql(`
  fragment ProposedCorrections on KpiDetail {
    standing {
      kpi {
        id
        displayName
        unit
        currency
        decimals
      }
    }
    corrections {
      id
      period
      value
      reason
      state
      proposedBy {
        displayName
        side
      }
      proposedAt
    }
  }
`);

interface ProposedCorrectionsProps {
  readonly detail: FragmentType<typeof ProposedCorrectionsDocument>;
  /** The side that may decide on the other side's proposals; null for those who decide nothing. */
  readonly decidesFor: Side | null;
  /** Those that wait for the reader, or those that wait for somebody else. */
  readonly shows: "own" | "others";
  readonly timeZone: string;
}

/** The corrections of a KPI that wait for an answer, with the buttons where the reader is the one to give it. */
export function ProposedCorrections({ detail, decidesFor, shows, timeZone }: ProposedCorrectionsProps) {
  const { standing, corrections } = readFragment(ProposedCorrectionsDocument, detail);
  const format = useFormat(timeZone);
  const { kpi } = standing;
  const waitsForReader = (by: { readonly side?: Side | null }) => decidesFor !== null && by.side !== decidesFor;
  return corrections
    .filter(
      (correction) => correction.state === "PROPOSED" && waitsForReader(correction.proposedBy) === (shows === "own"),
    )
    .map((correction) => (
      <Proposal
        key={correction.id}
        subject={
          <Trans>
            {kpi.displayName}: correction of {format.period(correction.period)}
          </Trans>
        }
        what={
          correction.value == null ? (
            <Trans>no activity instead</Trans>
          ) : (
            <Trans>{format.figure(correction.value, kpi)} instead</Trans>
          )
        }
        reason={correction.reason}
        who={
          <Trans>
            Proposed by {correction.proposedBy.displayName}, {format.date(correction.proposedAt)}
          </Trans>
        }
      >
        {shows === "own" ? (
          <CorrectionDecision correction={correction} kpi={kpi} />
        ) : (
          <small>
            {correction.proposedBy.side === "OWNER" ? (
              <Trans>Waits for a leader of the partner.</Trans>
            ) : (
              <Trans>Waits for a leader of the owner.</Trans>
            )}
          </small>
        )}
      </Proposal>
    ));
}
