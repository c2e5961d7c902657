import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { NotFound } from "~/app/not-found";
import { kpiPath, momentOf } from "~/app/partnership-paths";
import { useProposal } from "~/app/proposal";
import { ActionsUnreachable, RedAnswer, rankOf } from "~/app/red-answer";
import { ScorecardActions } from "~/app/scorecard-actions";
import { useScorecardChanges } from "~/app/scorecard-changes";
import { useDisclosure } from "~/app/use-disclosure";
import { ScorecardPage } from "~/features/scorecard/scorecard-page";
import { ScorecardSkeleton } from "~/features/scorecard/scorecard-skeleton";
import { graphql } from "~/graphql/gql";
import { useLastKnown } from "~/lib/last-known";
import { dateIn } from "~/lib/zone";
import { ErrorState, PartialBanner, Skeleton } from "~/ui/state";

// The right column comes after what the page is about.
const ScorecardPanels = lazy(() =>
  import("~/app/scorecard-panels").then((module) => ({ default: module.ScorecardPanels })),
);

const NextMeetingFact = lazy(() =>
  import("~/features/cadence/cadence-panel").then((module) => ({ default: module.NextMeetingFact })),
);
const WaitingProposals = lazy(() =>
  import("~/app/waiting-proposals").then((module) => ({ default: module.WaitingProposals })),
);

const ScorecardQuery = graphql(`
  query Scorecard($slug: String!, $asOf: DateTime, $past: Boolean!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      viewerSide
      ...ScorecardHeader
      cadence @skip(if: $past) {
        ...CadencePanel
      }
      scorecard(asOf: $asOf) {
        revision
        ...ScorecardPage
      }
      actions(first: 50, asOf: $asOf) {
        live
        knownAt
        nodes {
          id
          episodeIds
          ...ActionAnswer
        }
      }
      statements(first: 5, asOf: $asOf) @include(if: $past) {
        ...PastPay
      }
      payPanel @skip(if: $past) {
        ...PayPanel
      }
      raci @skip(if: $past) {
        ...RaciGaps
      }
    }
  }
`);

/** `/p/:slug`, and with `?asOf=` the page as it was known then. */
export function ScorecardRoute({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const asOf = momentOf(search.get("asOf"));
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: ScorecardQuery,
    variables: { slug, asOf, past: asOf !== null },
  });
  const again = () => read({ requestPolicy: "network-only" });
  const proposal = useProposal();
  const liveness = useScorecardChanges(slug, again, { fetching, stale });
  const { shown: partnership, knownAt } = useLastKnown({
    now: data?.partnership ?? null,
    of: `${slug} ${asOf}`,
    reading: error ? "failed" : "fine",
  });

  const disclosure = useDisclosure({ slug, partnership, asOf });

  if (partnership === null) {
    if (fetching && !error) return <ScorecardSkeleton />;
    if (error) {
      return (
        <ErrorState stands="page" title={<Trans>The page can't be read</Trans>} onRetry={again}>
          <Trans>The server did not answer. What was recorded before is safe.</Trans>
        </ErrorState>
      );
    }
    return <NotFound />;
  }
  const actions = partnership.actions ?? null;
  const may = asOf === null ? partnership.viewerMay : [];
  return (
    <>
      <title>{`${partnership.displayName} · ${t`Scorecard`} · Drumbeat`}</title>
      {knownAt === null ? null : <PartialBanner what={t`Drumbeat`} knownAt={knownAt} onRetry={again} />}
      {asOf === null ? <ActionsUnreachable page={actions} onRetry={again} /> : null}
      <ScorecardPage
        partnership={partnership}
        scorecard={partnership.scorecard ?? null}
        timeZone={partnership.timeZone}
        live={asOf === null ? liveness : "past"}
        asOf={asOf}
        onAsOf={(moment) => setSearch(moment === null ? {} : { asOf: moment })}
        onRetry={again}
        nextMeeting={
          <Suspense fallback={null}>
            <NextMeetingFact slug={slug} cadence={partnership.cadence} />
          </Suspense>
        }
        actions={<ScorecardActions slug={slug} may={may} asOf={asOf} />}
        decisions={(kpis) => (
          <Suspense fallback={<Skeleton height="4rem" />}>
            <WaitingProposals
              slug={slug}
              kpis={asOf === null ? kpis : []}
              revision={partnership.scorecard?.revision ?? ""}
              may={partnership.viewerMay}
              side={partnership.viewerSide ?? null}
              timeZone={partnership.timeZone}
            />
          </Suspense>
        )}
        hrefOf={(kpi, part) => kpiPath(slug, kpi, { asOf, part })}
        driverAction={disclosure.actionOf}
        rankOf={rankOf(actions)}
        answerTo={({ id }) => <RedAnswer episode={id} page={actions} onPropose={proposal.open} />}
        redsMore={
          <Link href={`/p/${slug}/actions`}>
            <Trans>All actions</Trans>
          </Link>
        }
        panels={
          <Suspense fallback={<Skeleton height="8rem" />}>
            <ScorecardPanels
              slug={slug}
              today={dateIn(partnership.timeZone, new Date())}
              raci={partnership.raci ?? null}
              pay={partnership.payPanel}
              paid={partnership.statements}
              may={may}
              cadence={partnership.cadence}
            />
          </Suspense>
        }
      />
      {proposal.dialog}
      {disclosure.dialog}
    </>
  );
}
