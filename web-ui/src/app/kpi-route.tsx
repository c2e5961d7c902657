import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { KpiActions } from "~/app/kpi-actions";
import { KpiAnswer } from "~/app/kpi-answer";
import { NotFound } from "~/app/not-found";
import { momentOf, partnershipPath } from "~/app/partnership-paths";
import { useScorecardChanges } from "~/app/scorecard-changes";
import type { Span } from "~/features/kpi/kpi-chart";
import { KpiPage, type KpiPart } from "~/features/kpi/kpi-page";
import { KpiSkeleton } from "~/features/kpi/kpi-skeleton";
import { graphql } from "~/graphql/gql";
import type { Activity, Side } from "~/graphql/graphql";
import { useLastKnown } from "~/lib/last-known";
import { ErrorState, PartialBanner, Skeleton } from "~/ui/state";

const NoteList = lazy(() => import("~/features/kpi/note-list").then((module) => ({ default: module.NoteList })));

// What stands behind the tabs comes after the chart.
const FigureHistory = lazy(() =>
  import("~/features/measurements/figure-history").then((module) => ({ default: module.FigureHistory })),
);
const TargetHistory = lazy(() =>
  import("~/features/targets/target-history").then((module) => ({ default: module.TargetHistory })),
);

const KpiQuery = graphql(`
  query Kpi($slug: String!, $kpi: String!, $asOf: DateTime, $periods: Int!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      viewerSide
      kpi(slug: $kpi, asOf: $asOf, periods: $periods) {
        standing {
          kpi {
            id
            slug
            displayName
            unit
            currency
            decimals
            direction
            frequency
            rolledFrom
            raciActivity
            retiredAt
          }
          target {
            value
            redLimit
            upperValue
            upperRedLimit
          }
        }
        notes {
          id
        }
        ...KpiPage
        ...FigureHistory
        ...TargetHistory
        ...NoteList
      }
      actions(first: 50, asOf: $asOf) {
        nodes {
          id
          number
          kpiSlug
          state
          dueDate
          owner {
            slug
            displayName
          }
        }
      }
    }
  }
`);

const parts: ReadonlySet<string> = new Set<KpiPart>(["figures", "targets", "reds", "notes", "definition"]);

/** `/p/:slug/kpis/:kpi`, with `?asOf=` as known then, `?periods=` for the chart and `?show=` for the open tab. */
export function KpiRoute({ slug, kpi }: { slug: string; kpi: string }) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const asOf = momentOf(search.get("asOf"));
  const span = spanOf(search.get("periods"));
  const shown = search.get("show");
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: KpiQuery,
    variables: { slug, kpi, asOf, periods: span },
  });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useScorecardChanges(slug, again, { fetching, stale });
  const { shown: partnership, knownAt } = useLastKnown({
    now: data?.partnership?.kpi == null ? null : data.partnership,
    of: `${slug} ${kpi} ${asOf} ${span}`,
    reading: error ? "failed" : "fine",
  });
  const detail = partnership?.kpi;

  if (partnership === null || detail == null) {
    if (fetching && !error) return <KpiSkeleton />;
    if (error) {
      return (
        <ErrorState
          stands="page"
          title={<Trans>This KPI can't be read</Trans>}
          onRetry={again}
          action={<Link href={partnershipPath(slug, asOf)}>{data?.partnership?.displayName ?? slug}</Link>}
        >
          <Trans>KPIs did not answer. What was recorded before is safe.</Trans>
        </ErrorState>
      );
    }
    return <NotFound />;
  }

  const may: readonly Activity[] = asOf === null ? partnership.viewerMay : [];
  const yes = (activity: Activity) => (may.includes(activity) ? "yes" : "no");
  const decides = (activity: Activity): Side | null =>
    may.includes(activity) ? (partnership.viewerSide ?? null) : null;
  const change = (name: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const { standing } = detail;
  return (
    <>
      <title>{`${standing.kpi.displayName} · ${partnership.displayName} · Drumbeat`}</title>
      {knownAt === null ? null : <PartialBanner what={t`KPIs`} knownAt={knownAt} onRetry={again} />}
      <KpiPage
        detail={detail}
        partnership={partnership.displayName}
        backHref={partnershipPath(slug, asOf)}
        timeZone={partnership.timeZone}
        live={asOf === null ? liveness : "past"}
        asOf={asOf}
        answer={<KpiAnswer slug={slug} kpi={standing.kpi} actions={partnership.actions} />}
        span={span}
        onSpan={(periods) => change("periods", String(periods))}
        part={isPart(shown) ? shown : "figures"}
        onPart={(part) => change("show", part)}
        onRetry={again}
        actions={
          <KpiActions
            slug={slug}
            kpi={standing.kpi}
            current={standing.target ?? null}
            timeZone={partnership.timeZone}
            may={may}
          />
        }
        figures={
          <Suspense fallback={<Skeleton height="10rem" />}>
            <FigureHistory
              slug={slug}
              detail={detail}
              timeZone={partnership.timeZone}
              mayCorrect={yes("PROPOSE_CORRECTION")}
              decidesFor={decides("APPROVE_CORRECTION")}
            />
          </Suspense>
        }
        targets={
          <Suspense fallback={<Skeleton height="10rem" />}>
            <TargetHistory detail={detail} decidesFor={decides("SIGN_TERMS")} timeZone={partnership.timeZone} />
          </Suspense>
        }
        notes={{
          count: detail.notes.length,
          content: (
            <Suspense fallback={<Skeleton height="10rem" />}>
              <NoteList
                slug={slug}
                detail={detail}
                timeZone={partnership.timeZone}
                mayComment={yes("COMMENT")}
                mayKeepInternal={yes("READ_OWNER_NOTES")}
              />
            </Suspense>
          ),
        }}
      />
    </>
  );
}

function isPart(text: string | null): text is KpiPart {
  return text !== null && parts.has(text);
}

function spanOf(text: string | null): Span {
  return text === "52" ? 52 : text === "156" ? 156 : 26;
}
