import { Loading, Skeleton } from "~/ui/state";

/** A KPI's page while it is on its way. */
export function KpiSkeleton() {
  return (
    <Loading>
      <Skeleton width="18rem" height="2rem" />
      <Skeleton width="32rem" height="3.5rem" />
      <Skeleton height="26rem" />
      <Skeleton height="12rem" />
    </Loading>
  );
}
