import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type CombinedError, useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { useCoalesced, useLive } from "~/lib/live";
import { unreachableIn } from "~/lib/unreachable";
import { LiveDot } from "~/ui/live-dot";
import { ErrorState, PartialBanner } from "~/ui/state";
import { PortfolioEmpty } from "./portfolio-empty";
import { PortfolioFilter } from "./portfolio-filter";
import styles from "./portfolio-page.module.css";
import { Pager } from "./portfolio-pager";
import { PortfolioSkeleton, PortfolioTable } from "./portfolio-table";
import { isWhole, type PortfolioView, usePortfolioView } from "./portfolio-view";

const PortfolioQuery = graphql(`
  query Portfolio($order: PortfolioOrder!, $statuses: [Status!], $search: String, $first: Int!, $after: String) {
    portfolio(order: $order, statuses: $statuses, search: $search, first: $first, after: $after) {
      totalCount
      live
      knownAt
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        partnership {
          id
          slug
        }
        ...PortfolioLine
      }
    }
  }
`);

const PortfolioChanged = graphql(`
  subscription PortfolioChanged {
    scorecardChanged {
      slug
      revision
    }
  }
`);

const pageSize = 50;

/** Every partnership of the viewer, one line each, worst first. */
export function PortfolioPage() {
  const { t } = useLingui();
  const [view, setView] = usePortfolioView();
  // The cursors of the pages turned so far: the last one begins the page that is shown.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const search = useRef<HTMLInputElement>(null);
  useSearchKey(search);

  const [{ data, error, fetching, stale }, read] = useQuery({
    query: PortfolioQuery,
    variables: {
      order: view.order,
      statuses: view.statuses.length === 0 ? null : view.statuses,
      search: view.search === "" ? null : view.search,
      first: pageSize,
      after: cursors.at(-1) ?? null,
    },
  });
  const readAgain = () => read({ requestPolicy: "network-only" });
  const liveness = useLive(PortfolioChanged, {}, useCoalesced(readAgain, { fetching, stale }));
  const portfolio = data?.portfolio ?? null;
  const failed = error !== undefined && !fetching && !stale;
  const change = (part: Partial<PortfolioView>) => {
    setCursors([]);
    setView(part);
  };

  return (
    <div className={styles.page}>
      <title>{`${t`Partnerships`} · Drumbeat`}</title>
      <header className={styles.head}>
        <h1>
          <Trans>Partnerships</Trans>
        </h1>
        <p className={styles.total} role="status">
          {portfolio ? <Total view={view} count={portfolio.totalCount} /> : null}
        </p>
        <LiveDot state={liveness} />
        <PrintedAt />
      </header>
      <PortfolioFilter view={view} onChange={change} searchRef={search} />
      {portfolio ? (
        <>
          <Banners portfolio={portfolio} error={failed ? error : undefined} onRetry={readAgain} />
          {portfolio.nodes.length > 0 ? (
            <PortfolioTable lines={portfolio.nodes} searchRef={search} />
          ) : (
            <PortfolioEmpty view={view} onClear={() => change({ statuses: [], search: "" })} />
          )}
          <Pager
            first={cursors.length * pageSize + 1}
            shown={portfolio.nodes.length}
            total={portfolio.totalCount}
            next={portfolio.pageInfo.hasNextPage ? portfolio.pageInfo.endCursor : null}
            onNext={(cursor) => setCursors([...cursors, cursor])}
            onPrevious={() => setCursors(cursors.slice(0, -1))}
          />
        </>
      ) : (
        <Unread failed={failed} onRetry={readAgain} />
      )}
    </div>
  );
}

/** Before there is anything to show: on its way, or not to be had. */
function Unread({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  if (!failed) return <PortfolioSkeleton />;
  return (
    <ErrorState title={<Trans>The partnerships can't be read right now</Trans>} onRetry={onRetry}>
      <Trans>KPIs can't be reached, and nothing is known from before.</Trans>
    </ErrorState>
  );
}

function PrintedAt() {
  const format = useFormat();
  const now = useNow();
  return (
    <p className={styles.printed} data-print="only">
      <Trans>As of {format.moment(now)}</Trans>
    </p>
  );
}

function Total({ view, count }: { view: PortfolioView; count: number }) {
  return isWhole(view) ? (
    <Plural value={count} one="# partnership" other="# partnerships" />
  ) : (
    <Plural value={count} one="# found" other="# found" />
  );
}

/** The slash leads to the search from anywhere, unless it is being typed into something. */
function useSearchKey(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [search]);
}

interface BannersProps {
  readonly portfolio: { readonly live: boolean; readonly knownAt: string };
  /** What the last reading said besides its answer. */
  readonly error: CombinedError | undefined;
  readonly onRetry: () => void;
}

/** Which service can't be reached, and how old what is shown of it is. */
function Banners({ portfolio, error, onRetry }: BannersProps) {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    actions: t`Actions`,
    incentives: t`Incentives`,
    partners: t`People`,
  };
  const besides = unreachableIn(error).filter(({ service }) => service !== "kpis");
  return (
    <>
      {!portfolio.live || (error !== undefined && besides.length === 0) ? (
        <PartialBanner what={t`KPIs`} knownAt={portfolio.knownAt} onRetry={onRetry} />
      ) : null}
      {besides.map(({ service, lastKnownAt }) => (
        <PartialBanner key={service} what={words[service] ?? service} knownAt={lastKnownAt} onRetry={onRetry} />
      ))}
    </>
  );
}
