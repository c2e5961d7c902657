import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { NotFound } from "~/app/not-found";
import { kpiPath, momentOf } from "~/app/partnership-paths";
import { ScorecardActions } from "~/app/scorecard-actions";
import { useScorecardChanges } from "~/app/scorecard-changes";
import { ScorecardPage } from "~/features/scorecard/scorecard-page";
import { ScorecardSkeleton } from "~/features/scorecard/scorecard-skeleton";
import { graphql } from "~/graphql/gql";
import { useLastKnown } from "~/lib/last-known";
import { ErrorState, PartialBanner } from "~/ui/state";

const ScorecardQuery = graphql(`
  query Scorecard($slug: String!, $asOf: DateTime) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      ...ScorecardHeader
      scorecard(asOf: $asOf) {
        revision
        ...ScorecardPage
      }
    }
  }
`);

/** `/p/:slug`, and with `?asOf=` the page as it was known then. */
export function ScorecardRoute({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const asOf = momentOf(search.get("asOf"));
  const [{ data, error, fetching }, read] = useQuery({ query: ScorecardQuery, variables: { slug, asOf } });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useScorecardChanges(slug, again);
  const { shown: partnership, knownAt } = useLastKnown({
    now: data?.partnership ?? null,
    of: `${slug} ${asOf}`,
    reading: error ? "failed" : "fine",
  });

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
  return (
    <>
      <title>{`${partnership.displayName} · ${t`Scorecard`} · Drumbeat`}</title>
      {knownAt === null ? null : <PartialBanner what={t`Drumbeat`} knownAt={knownAt} onRetry={again} />}
      <ScorecardPage
        partnership={partnership}
        scorecard={partnership.scorecard ?? null}
        timeZone={partnership.timeZone}
        live={asOf === null ? liveness : "past"}
        asOf={asOf}
        onAsOf={(moment) => setSearch(moment === null ? {} : { asOf: moment })}
        onRetry={again}
        actions={<ScorecardActions slug={slug} may={asOf === null ? partnership.viewerMay : []} asOf={asOf} />}
        hrefOf={(kpi, part) => kpiPath(slug, kpi, { asOf, part })}
      />
    </>
  );
}
