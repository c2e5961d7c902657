import { Loading, Skeleton } from "~/ui/state";
import page from "./scorecard-page.module.css";
import styles from "./scorecard-skeleton.module.css";

const drivers = ["a", "b", "c", "d"];

/** The page's own shape while it is on its way, so that nothing jumps when it comes. */
export function ScorecardSkeleton() {
  return (
    <Loading>
      <div className={page.page}>
        <div className={styles.head}>
          <Skeleton width="22rem" height="1.9rem" />
          <Skeleton width="16rem" height="1rem" />
        </div>
        <div className={page.columns}>
          <div className={page.main}>
            <Skeleton height="100%" />
            <div className={styles.rows}>
              {drivers.map((driver) => (
                <Skeleton key={driver} height="2.25rem" />
              ))}
            </div>
            <div className={styles.cards}>
              <Skeleton height="6rem" />
              <Skeleton height="6rem" />
              <Skeleton height="6rem" />
            </div>
          </div>
          <aside className={page.aside}>
            <Skeleton height="10rem" />
          </aside>
        </div>
      </div>
    </Loading>
  );
}
