import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import type { CombinedError } from "urql";
import { Link } from "wouter";
import { useLastKnown } from "~/lib/last-known";
import { type Reading, useCoalesced } from "~/lib/live";
import { unreachableIn } from "~/lib/unreachable";
import { EmptyState, ErrorState, Loading, PartialBanner, Skeleton } from "~/ui/state";
import styles from "./page.module.css";

/** What every page of incentives is given by its route. */
export interface PayPageProps {
  readonly slug: string;
  /** Grows with every change that was told of. */
  readonly changes: number;
  /** Said when there is no such partnership. */
  readonly absent: ReactNode;
}

interface Partnership {
  readonly displayName: string;
}

interface PayFrameProps<Data, P extends Partnership> extends PayPageProps {
  readonly title: string;
  readonly reading: { readonly data?: Data; readonly error?: CombinedError } & Reading;
  readonly onRead: (options: { requestPolicy: "network-only" }) => void;
  readonly partnershipOf: (data: Data) => P | null;
  /** What the page is about; null where it was not found, may not be read or can't be reached. */
  readonly found: (partnership: P) => unknown;
  readonly actions?: ReactNode;
  /** Said when what the page is about is not there for the reader. */
  readonly lost: ReactNode;
  readonly children: (partnership: P) => ReactNode;
}

/** The head of a page of incentives, and what stands in its place while it can't be read. */
export function PayFrame<Data, P extends Partnership>(props: PayFrameProps<Data, P>) {
  const { slug, title, changes, absent, reading, onRead, partnershipOf, found, actions, lost, children } = props;
  const { t } = useLingui();
  const { data, error, fetching } = reading;
  const changed = useEffectEvent(useCoalesced(() => onRead({ requestPolicy: "network-only" }), reading));
  const retry = () => onRead({ requestPolicy: "network-only" });
  useEffect(() => {
    if (changes > 0) changed();
  }, [changes]);
  const partnership = data === undefined ? null : partnershipOf(data);
  const lastKnownAt = unreachableIn(error).find(({ service }) => service === "incentives")?.lastKnownAt ?? null;
  const now = partnership !== null && found(partnership) != null ? partnership : null;
  const { shown, knownAt } = useLastKnown({ now, of: `${slug} ${title}`, reading: error ? "failed" : "fine" });

  if (shown === null) {
    if (fetching && data === undefined) {
      return (
        <Loading>
          <Skeleton width="16rem" height="2rem" />
          <Skeleton height="14rem" />
        </Loading>
      );
    }
    if (error) {
      return (
        <ErrorState stands="page" title={<Trans>This page can't be read</Trans>} onRetry={retry}>
          <Trans>Incentives did not answer. What was signed before is safe.</Trans>
        </ErrorState>
      );
    }
    return partnership === null ? absent : lost;
  }
  const stale = lastKnownAt ?? knownAt;
  return (
    <div className={styles.page}>
      <title>{`${title} · ${shown.displayName} · Drumbeat`}</title>
      <header className={styles.header}>
        <div>
          <p className={styles.crumbs} data-print="hide">
            <Link href={`/p/${slug}`}>{shown.displayName}</Link>
          </p>
          <h1>{title}</h1>
        </div>
        <div className={styles.actions} data-print="hide">
          {actions}
        </div>
      </header>
      {stale === null ? null : <PartialBanner what={t`Incentives`} knownAt={stale} onRetry={retry} />}
      {children(shown)}
    </div>
  );
}

export function NoMoney() {
  return (
    <EmptyState stands="page" title={<Trans>Not for your role</Trans>}>
      <Trans>What the score pays is read by leaders of both sides and by the owner's operations.</Trans>
    </EmptyState>
  );
}
