import { Loading, Skeleton } from "~/ui/state";

/** Stands in for a page whose code or data is on its way. */
export function PageSkeleton() {
  return (
    <Loading>
      <Skeleton width="18rem" height="2rem" />
      <Skeleton height="3rem" />
      <Skeleton height="24rem" />
    </Loading>
  );
}
