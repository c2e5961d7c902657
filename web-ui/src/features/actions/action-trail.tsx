import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import styles from "./action-trail.module.css";

const ActionTrailQuery = graphql(`
  query ActionTrail($slug: String!, $action: ID!, $after: String) {
    partnership(slug: $slug) {
      id
      auditTrail(source: ACTIONS, action: $action, first: 25, after: $after) {
        nodes {
          id
          occurredAt
          action
          reason
          actor {
            displayName
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

interface ActionTrailProps {
  readonly slug: string;
  readonly action: string;
  readonly timeZone: string;
}

/** Who did what to the action, newest first; read when somebody wants to know. */
export function ActionTrail(props: ActionTrailProps) {
  const [open, setOpen] = useState<"no" | "yes">("no");
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <section className={styles.part} aria-labelledby="trail" data-print="hide">
      <h2 id="trail">
        <Trans>Audit trail</Trans>
      </h2>
      {open === "no" ? (
        <div>
          <Button size="small" look="quiet" icon="clock" onPress={() => setOpen("yes")}>
            <Trans>Show who did what</Trans>
          </Button>
        </div>
      ) : (
        <ol className={styles.trail}>
          {cursors.map((after, index) => (
            <TrailPage
              key={after ?? "first"}
              {...props}
              after={after}
              onMore={index === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : null}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

interface TrailPageProps extends ActionTrailProps {
  readonly after: string | null;
  readonly onMore: ((cursor: string) => void) | null;
}

function TrailPage({ slug, action, timeZone, after, onMore }: TrailPageProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const [{ data, fetching }] = useQuery({ query: ActionTrailQuery, variables: { slug, action, after } });
  const trail = data?.partnership?.auditTrail;
  if (trail == null) {
    return <li className={styles.none}>{fetching ? t`Loading…` : t`The trail can't be read.`}</li>;
  }
  const { endCursor } = trail.pageInfo;
  return (
    <>
      {trail.nodes.map((event) => (
        <li key={event.id}>
          <p>
            <b>{event.actor.displayName}</b> <code>{event.action}</code>
          </p>
          <small>
            {format.moment(event.occurredAt)}
            {event.reason == null ? null : ` · ${event.reason}`}
          </small>
        </li>
      ))}
      {trail.pageInfo.hasNextPage && endCursor != null && onMore !== null ? (
        <li>
          <Button size="small" look="quiet" onPress={() => onMore(endCursor)}>
            <Trans>Earlier</Trans>
          </Button>
        </li>
      ) : null}
    </>
  );
}
