import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useCoalesced, useLive } from "~/lib/live";
import { LiveDot } from "~/ui/live-dot";
import { EmptyState, ErrorState, Loading, PartialBanner, Skeleton } from "~/ui/state";
import { ActionTile } from "./action-tile";
import styles from "./my-actions-page.module.css";

const MyActionsQuery = graphql(`
  query MyActions {
    viewer {
      actions(first: 100) {
        live
        knownAt
        nodes {
          id
          ...ActionTile
        }
      }
    }
  }
`);

const MyActionsChanged = graphql(`
  subscription MyActionsChanged {
    scorecardChanged {
      slug
      source
      revision
    }
  }
`);

/** `/my/actions`: what the viewer owns, is asked to accept, or has steps in, across all partnerships. */
export function MyActionsPage() {
  const { t } = useLingui();
  const [{ data, error, fetching, stale }, read] = useQuery({ query: MyActionsQuery });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useLive(MyActionsChanged, {}, useCoalesced(again, { fetching, stale }));
  const actions = data?.viewer?.actions ?? null;
  const failed = error !== undefined && !fetching && !stale;
  return (
    <div className={styles.page}>
      <title>{`${t`My actions`} · Drumbeat`}</title>
      <header className={styles.head}>
        <h1>
          <Trans>My actions</Trans>
        </h1>
        <p role="status">
          {actions === null ? null : (
            <Plural value={actions.nodes.length} one="# action, by due date" other="# actions, by due date" />
          )}
        </p>
        <LiveDot state={liveness} />
      </header>
      {actions === null ? (
        failed ? (
          <ErrorState title={<Trans>Your actions can't be read right now</Trans>} onRetry={again}>
            <Trans>Actions can't be reached, and nothing is known from before.</Trans>
          </ErrorState>
        ) : (
          <Loading>
            <Skeleton height="7rem" />
            <Skeleton height="7rem" />
          </Loading>
        )
      ) : (
        <>
          {failed || !actions.live ? (
            <PartialBanner what={t`Actions`} knownAt={actions.knownAt} onRetry={again} />
          ) : null}
          {actions.nodes.length === 0 ? (
            <EmptyState title={<Trans>Nothing waits for you</Trans>}>
              <Trans>Actions that you own, are asked to accept, or have steps in appear here.</Trans>
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {actions.nodes.map((action) => (
                <li key={action.id}>
                  <ActionTile action={action} shows="partnership" />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
