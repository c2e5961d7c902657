import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useAgain } from "~/lib/again";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { Button } from "./button";
import { Icon } from "./icons";
import styles from "./state.module.css";

interface SkeletonProps {
  /** CSS lengths, so that what comes takes the same room and nothing jumps. */
  readonly width?: string;
  readonly height?: string;
}

/** Stands where something will be in a moment. */
export function Skeleton({ width = "100%", height = "1em" }: SkeletonProps) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}

/** Says, once for all skeletons in it, that they are loading. */
export function Loading({ children }: { children: ReactNode }) {
  return (
    <div className={styles.loading} aria-busy="true">
      <p className="visually-hidden" role="status">
        <Trans>Loading…</Trans>
      </p>
      {children}
    </div>
  );
}

interface StateProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
  /** `page` when it stands for a whole page, whose heading it then is. */
  readonly stands?: "page" | "part";
}

function Title({ stands, children }: { stands: "page" | "part"; children: ReactNode }) {
  return stands === "page" ? <h1>{children}</h1> : <h2>{children}</h2>;
}

/** Nothing is here, why, and what would change that. */
export function EmptyState({ title, children, action, stands = "part" }: StateProps) {
  return (
    <div className={styles.state}>
      <Title stands={stands}>{title}</Title>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {action}
    </div>
  );
}

interface ErrorStateProps extends StateProps {
  /** Reads again; on a press, and by itself every few seconds while this is shown. */
  readonly onRetry?: () => void;
}

/** Something went wrong, what it means for the reader, and the way on. */
export function ErrorState({ title, children, action, onRetry, stands = "part" }: ErrorStateProps) {
  useAgain(onRetry);
  return (
    <div className={styles.state} role="alert">
      <span className={styles.sign}>
        <Icon name="warning" size={22} />
      </span>
      <Title stands={stands}>{title}</Title>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {onRetry === undefined ? null : (
        <Button onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
      {action}
    </div>
  );
}

interface PartialBannerProps {
  /** What can't be reached, in the reader's words: "KPIs". */
  readonly what: string;
  /** When what is shown was last known to be so; null when nothing is shown. */
  readonly knownAt: DateTime | null;
  /** Reads again; on a press, and by itself every few seconds while this is shown. */
  readonly onRetry?: () => void;
}

/** Part of the page can't be reached: which, and how old what stands there is. */
export function PartialBanner({ what, knownAt, onRetry }: PartialBannerProps) {
  const format = useFormat();
  const now = useNow();
  useAgain(onRetry);
  return (
    <div className={styles.banner} role="status">
      <Icon name="warning" />
      <p>
        <strong>
          <Trans>{what} can't be reached.</Trans>
        </strong>{" "}
        {knownAt === null ? (
          <Trans>Nothing is known of it yet; the rest of the page is live.</Trans>
        ) : (
          <Trans>Last known at {format.when(knownAt, now)}.</Trans>
        )}
      </p>
      {onRetry === undefined ? null : (
        <Button look="quiet" size="small" onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </div>
  );
}

/** Something to know about what is shown, such as where the figures come from. */
export function Remark({ children }: { children: ReactNode }) {
  return (
    <div className={styles.remark}>
      <Icon name="info" size={14} />
      <div>{children}</div>
    </div>
  );
}
