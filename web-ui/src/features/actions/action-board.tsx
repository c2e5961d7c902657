import { msg } from "@lingui/core/macro";
import { useLingui as useCatalog } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ActionState } from "~/graphql/graphql";
import { EmptyState } from "~/ui/state";
import styles from "./action-board.module.css";
import { ActionTile, type ActionTileDocument } from "./action-tile";

export const ActionBoardDocument = graphql(`
  fragment ActionBoard on ActionConnection {
    nodes {
      id
      state
      ...ActionTile
    }
  }
`);

export type BoardFilter = "open" | "over";

const columns = [
  { key: "owner", states: ["OPEN", "REOPENED"], title: msg`Agree on owner and date` },
  { key: "cause", states: ["AGREED", "CONTAINED"], title: msg`Contain, find the cause` },
  { key: "steps", states: ["ROOT_CAUSE_FOUND", "PLANNED"], title: msg`Plan and do` },
  { key: "proof", states: ["IMPLEMENTED", "VERIFYING"], title: msg`Let the figures prove it` },
] as const satisfies readonly { key: string; states: readonly ActionState[]; title: unknown }[];

interface ActionBoardProps {
  readonly actions: FragmentType<typeof ActionBoardDocument>;
  readonly filter: BoardFilter;
}

/** Every action by what is asked of it next, worst first; those that are over as a list. */
export function ActionBoard({ actions: masked, filter }: ActionBoardProps) {
  const { t } = useLingui();
  const { i18n } = useCatalog();
  const { nodes } = readFragment(ActionBoardDocument, masked);
  if (nodes.length === 0) {
    return filter === "open" ? (
      <EmptyState title={<Trans>No open action</Trans>}>
        <Trans>
          When a figure turns red, its action opens here by itself. You can also open one before it turns red.
        </Trans>
      </EmptyState>
    ) : (
      <EmptyState title={<Trans>No action is over yet</Trans>}>
        <Trans>Closed and voided actions stay here with everything that was found.</Trans>
      </EmptyState>
    );
  }
  if (filter === "over") {
    return (
      <ul className={styles.list} aria-label={t`Closed and voided actions`}>
        {nodes.map((action) => (
          <li key={action.id}>
            <ActionTile action={action} shows="state" />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className={styles.board}>
      {columns.map(({ key, states, title }) => {
        const here = nodes.filter(({ state }) => states.some((each) => each === state));
        return <Column key={key} title={i18n._(title)} actions={here} />;
      })}
    </div>
  );
}

interface ColumnProps {
  readonly title: string;
  readonly actions: readonly (FragmentType<typeof ActionTileDocument> & { readonly id: string })[];
}

function Column({ title, actions }: ColumnProps) {
  return (
    <section className={styles.column}>
      <h2>
        {title}
        <span className={styles.count}>{actions.length}</span>
      </h2>
      {actions.length === 0 ? (
        <p className={styles.none}>
          <Trans comment="No action stands in this column">none</Trans>
        </p>
      ) : (
        <ul>
          {actions.map((action) => (
            <li key={action.id}>
              <ActionTile action={action} shows="state" />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
