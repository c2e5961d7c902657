import { Trans } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useQuery } from "urql";
import { ProposedCorrections } from "~/features/measurements/proposed-corrections";
import { ProposedTargets } from "~/features/targets/proposed-targets";
import { graphql } from "~/graphql/gql";
import type { Activity, Side } from "~/graphql/graphql";
import { Proposals } from "~/ui/proposal";

const ProposalsQuery = graphql(`
  query Proposals($slug: String!, $kpi: String!) {
    partnership(slug: $slug) {
      id
      kpi(slug: $kpi, periods: 26) {
        standing {
          kpi {
            id
          }
        }
        ...TargetHistory
        ...ProposedCorrections
      }
    }
  }
`);

interface WaitingProposalsProps {
  readonly slug: string;
  /** Of these, something is proposed. */
  readonly kpis: readonly string[];
  /** Of the page: with a new one there may be new proposals. */
  readonly revision: string;
  readonly may: readonly Activity[];
  readonly side: Side | null;
  readonly timeZone: string;
}

/** Every proposal of a page: first what the reader is to decide, in place; then, apart, what waits for somebody else. */
export function WaitingProposals({ kpis, ...props }: WaitingProposalsProps) {
  return (
    <>
      <Proposals>
        {kpis.map((kpi) => (
          <OfOne key={kpi} kpi={kpi} shows="own" {...props} />
        ))}
      </Proposals>
      <Proposals title={<Trans>For others to decide</Trans>}>
        {kpis.map((kpi) => (
          <OfOne key={kpi} kpi={kpi} shows="others" {...props} />
        ))}
      </Proposals>
    </>
  );
}

function OfOne({
  slug,
  kpi,
  revision,
  may,
  side,
  timeZone,
  shows,
}: Omit<WaitingProposalsProps, "kpis"> & { readonly kpi: string; readonly shows: "own" | "others" }) {
  const [{ data }, read] = useQuery({ query: ProposalsQuery, variables: { slug, kpi } });
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    read({ requestPolicy: "network-only" });
  }, [revision, read]);
  const detail = data?.partnership?.kpi;
  if (detail == null) return null;
  const decides = (activity: Activity) => (may.includes(activity) ? side : null);
  return (
    <>
      <ProposedTargets detail={detail} decidesFor={decides("SIGN_TERMS")} shows={shows} timeZone={timeZone} />
      <ProposedCorrections
        detail={detail}
        decidesFor={decides("APPROVE_CORRECTION")}
        shows={shows}
        timeZone={timeZone}
      />
    </>
  );
}
