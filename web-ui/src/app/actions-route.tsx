import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Link, useLocation, useSearchParams } from "wouter";
import styles from "~/app/actions-route.module.css";
import { OpenActionDialog } from "~/app/dialogs";
import { NotFound } from "~/app/not-found";
import { PageSkeleton } from "~/app/page-skeleton";
import { useScorecardChanges } from "~/app/scorecard-changes";
import { ActionBoard, type BoardFilter } from "~/features/actions/action-board";
import { graphql } from "~/graphql/gql";
import type { ActionBoardQuery, ActionState } from "~/graphql/graphql";
import { Button } from "~/ui/button";
import { LiveDot } from "~/ui/live-dot";
import { Segmented } from "~/ui/segmented";
import { ErrorState, PartialBanner } from "~/ui/state";

const BoardQuery = graphql(`
  query ActionBoard($slug: String!, $states: [ActionState!], $after: String) {
    partnership(slug: $slug) {
      id
      displayName
      viewerMay
      scorecard(periods: 1) {
        goal {
          kpi {
            id
            slug
            displayName
          }
        }
        drivers {
          kpi {
            id
            slug
            displayName
          }
        }
        watched {
          kpi {
            id
            slug
            displayName
          }
        }
      }
      actions(states: $states, first: 75, after: $after) {
        live
        knownAt
        pageInfo {
          hasNextPage
          endCursor
        }
        ...ActionBoard
      }
    }
  }
`);

const over: readonly ActionState[] = ["CLOSED", "VOIDED"];

type Partnership = NonNullable<ActionBoardQuery["partnership"]>;

/** `/p/:slug/actions`, with `?show=over` those that are closed or voided. */
export function ActionsRoute({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const filter: BoardFilter = search.get("show") === "over" ? "over" : "open";
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: BoardQuery,
    variables: { slug, states: filter === "over" ? over : null, after },
  });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useScorecardChanges(slug, again, { fetching, stale });
  const partnership = data?.partnership ?? null;
  const name = partnership?.displayName ?? slug;
  if (partnership === null && !error) return fetching ? <PageSkeleton /> : <NotFound />;
  return (
    <div className={styles.page}>
      <title>{`${t`Actions`} · ${name} · Drumbeat`}</title>
      <header className={styles.header}>
        <p className={styles.crumbs}>
          <Link href={`/p/${slug}`}>{name}</Link>
          <LiveDot state={liveness} />
        </p>
        <h1>
          <Trans>Actions</Trans>
        </h1>
        <Tools slug={slug} partnership={partnership} filter={filter} onFilter={() => setAfter(null)} />
      </header>
      {partnership?.actions == null ? (
        <Unread reading={fetching && !error ? "on its way" : "failed"} onRetry={again} />
      ) : (
        <>
          {partnership.actions.live ? null : (
            <PartialBanner what={t`Actions`} knownAt={partnership.actions.knownAt} onRetry={again} />
          )}
          <ActionBoard actions={partnership.actions} filter={filter} />
          <Pager after={after} info={partnership.actions.pageInfo} onAfter={setAfter} />
        </>
      )}
    </div>
  );
}

interface ToolsProps {
  readonly slug: string;
  readonly partnership: Partnership | null;
  readonly filter: BoardFilter;
  readonly onFilter: () => void;
}

function Tools({ slug, partnership, filter, onFilter }: ToolsProps) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [, setSearch] = useSearchParams();
  const [opening, setOpening] = useState(false);
  return (
    <div className={styles.tools} data-print="hide">
      <Segmented<BoardFilter>
        label={t`Which actions`}
        options={[
          { id: "open", text: t`Open` },
          { id: "over", text: t`Closed and voided` },
        ]}
        selected={filter}
        onSelect={(chosen) => {
          onFilter();
          setSearch(chosen === "over" ? { show: "over" } : {}, { replace: true });
        }}
      />
      <Button look="quiet" icon="download" onPress={() => location.assign(`/api/partnerships/${slug}/actions.csv`)}>
        <Trans>CSV</Trans>
      </Button>
      {partnership?.viewerMay.includes("PROGRESS_ACTION") ? (
        <>
          <Button look="primary" icon="plus" onPress={() => setOpening(true)}>
            <Trans>Open an action</Trans>
          </Button>
          <OpenActionDialog
            slug={slug}
            kpis={kpisOf(partnership)}
            isOpen={opening}
            onClose={() => setOpening(false)}
            onOpened={(number) => go(`/p/${slug}/actions/${number}`)}
          />
        </>
      ) : null}
    </div>
  );
}

function kpisOf({ scorecard }: Partnership) {
  if (scorecard == null) return [];
  const { goal, drivers, watched } = scorecard;
  return [...(goal == null ? [] : [goal]), ...drivers, ...watched].map(({ kpi }) => kpi);
}

function Unread({ reading, onRetry }: { reading: "on its way" | "failed"; onRetry: () => void }) {
  if (reading === "on its way") return <PageSkeleton />;
  return (
    <ErrorState title={<Trans>The actions can't be read right now</Trans>} onRetry={onRetry}>
      <Trans>Actions can't be reached, and nothing is known from before.</Trans>
    </ErrorState>
  );
}

interface PagerProps {
  readonly after: string | null;
  readonly info: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly onAfter: (cursor: string | null) => void;
}

function Pager({ after, info, onAfter }: PagerProps) {
  const next = info.hasNextPage ? (info.endCursor ?? null) : null;
  if (after === null && next === null) return null;
  return (
    <p className={styles.pager} data-print="hide">
      {after === null ? null : (
        <Button size="small" onPress={() => onAfter(null)}>
          <Trans>First page</Trans>
        </Button>
      )}
      {next === null ? null : (
        <Button size="small" onPress={() => onAfter(next)}>
          <Trans>Next page</Trans>
        </Button>
      )}
    </p>
  );
}
