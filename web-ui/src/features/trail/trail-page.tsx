import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { graphql } from "~/graphql/gql";
import { ErrorState, Loading, Skeleton } from "~/ui/state";
import { TrailEvents } from "./trail-events";
import { fileOf, type TrailFilter, TrailFilters, withFilter } from "./trail-filters";
import styles from "./trail-page.module.css";

const TrailFrameQuery = graphql(`
  query TrailFrame($slug: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      members {
        side
        person {
          id
          slug
          displayName
        }
      }
    }
  }
`);

interface TrailPageProps {
  readonly slug: string;
  /** Said when there is no such partnership. */
  readonly absent: ReactNode;
}

/** `/p/:slug/trail`: who did what, when, for which company, what was before and after, and why. */
export function TrailPage({ slug, absent }: TrailPageProps) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const [{ data, error, fetching }, read] = useQuery({ query: TrailFrameQuery, variables: { slug } });
  const partnership = data?.partnership ?? null;
  const filter = filterOf(search);
  if (partnership === null) {
    if (fetching && !error) {
      return (
        <Loading>
          <Skeleton width="16rem" height="2rem" />
          <Skeleton height="20rem" />
        </Loading>
      );
    }
    return error ? <Unreadable onRetry={() => read({ requestPolicy: "network-only" })} /> : absent;
  }
  const whole = partnership.viewerMay.includes("READ_AUDIT");
  if (!whole && !partnership.viewerMay.includes("READ_AUDIT_METADATA")) return absent;
  return (
    <div className={styles.page}>
      <title>{`${t`Audit trail`} · ${partnership.displayName} · Drumbeat`}</title>
      <header className={styles.header}>
        <div>
          <p className={styles.crumbs} data-print="hide">
            <Link href={`/p/${slug}`}>{partnership.displayName}</Link>
          </p>
          <h1>
            <Trans>Audit trail</Trans>
          </h1>
          {whole ? null : (
            <p className={styles.lead}>
              <Trans>You see who did what when; what it was about is for the people of the partnership.</Trans>
            </p>
          )}
        </div>
        <a href={fileOf(slug, filter, partnership.timeZone)} download data-print="hide">
          <Trans>Download (CSV)</Trans>
        </a>
      </header>
      <TrailFilters
        filter={filter}
        people={(partnership.members ?? []).map(({ person }) => person)}
        onChange={(next) => setSearch(withFilter(next), { replace: true })}
      />
      <Pages key={JSON.stringify(filter)} slug={slug} filter={filter} timeZone={partnership.timeZone} />
    </div>
  );
}

function Pages({ slug, filter, timeZone }: { slug: string; filter: TrailFilter; timeZone: string }) {
  const { t } = useLingui();
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <ol className={styles.trail} aria-label={t`What was done, newest first`}>
      {cursors.map((after, index) => (
        <TrailEvents
          key={after ?? "first"}
          slug={slug}
          filter={filter}
          timeZone={timeZone}
          after={after}
          onMore={index === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : null}
        />
      ))}
    </ol>
  );
}

function Unreadable({ onRetry }: { onRetry: () => void }) {
  return (
    <ErrorState stands="page" title={<Trans>The audit trail can't be read</Trans>} onRetry={onRetry}>
      <Trans>The server did not answer. Nothing of it is lost.</Trans>
    </ErrorState>
  );
}

const sources = ["SCORES", "PEOPLE", "ACTIONS", "CADENCE", "INCENTIVES"] as const;

function filterOf(search: URLSearchParams): TrailFilter {
  return {
    source: sources.find((source) => source === search.get("source")) ?? "SCORES",
    kind: search.get("kind") ?? "",
    person: search.get("person") ?? "",
    from: search.get("from") ?? "",
    to: search.get("to") ?? "",
  };
}
