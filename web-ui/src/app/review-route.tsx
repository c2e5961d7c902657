import { lazy, Suspense } from "react";
import { useLocation } from "wouter";
import { ReviewBar } from "~/features/cadence/review-bar";
import { ScorecardSkeleton } from "~/features/scorecard/scorecard-skeleton";

const ScorecardRoute = lazy(() =>
  import("~/app/scorecard-route").then((module) => ({ default: module.ScorecardRoute })),
);

/** `/review` and `/review/:slug`: the leadership review, one page after the other, worst first. */
export function ReviewRoute({ slug }: { slug: string | null }) {
  const [, go] = useLocation();
  return (
    <>
      <ReviewBar slug={slug} onGo={(to) => go(`/review/${to}`, { replace: slug === null })} />
      {slug === null ? null : (
        <Suspense fallback={<ScorecardSkeleton />}>
          <ScorecardRoute key={slug} slug={slug} />
        </Suspense>
      )}
    </>
  );
}
