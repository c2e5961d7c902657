import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { changesOf } from "./changes";
import { momentsOf, type TrailFilter } from "./trail-filters";
import styles from "./trail-page.module.css";
import { wordOf } from "./trail-words";

const TrailEventsQuery = graphql(`
  query TrailEvents(
    $slug: String!
    $source: AuditSource!
    $kind: String
    $person: String
    $from: DateTime
    $until: DateTime
    $after: String
  ) {
    partnership(slug: $slug) {
      id
      auditTrail(
        source: $source
        kind: $kind
        person: $person
        from: $from
        until: $until
        first: 50
        after: $after
      ) {
        nodes {
          id
          occurredAt
          action
          subject
          before
          after
          reason
          actor {
            displayName
            companySlug
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

interface TrailEventsProps {
  readonly slug: string;
  readonly filter: TrailFilter;
  readonly timeZone: string;
  readonly after: string | null;
  /** Null where another page follows already. */
  readonly onMore: ((cursor: string) => void) | null;
}

/** One page of the trail, and the way to the next. */
export function TrailEvents({ slug, filter, timeZone, after, onMore }: TrailEventsProps) {
  const { t } = useLingui();
  const [{ data, fetching }] = useQuery({
    query: TrailEventsQuery,
    variables: {
      slug,
      source: filter.source,
      kind: filter.kind === "" ? null : filter.kind,
      person: filter.person === "" ? null : filter.person,
      ...momentsOf(filter, timeZone),
      after,
    },
  });
  const trail = data?.partnership?.auditTrail;
  if (trail == null) {
    return (
      <li className={styles.none} aria-busy={fetching}>
        {fetching ? t`Loading…` : t`This part of the trail can't be read right now.`}
      </li>
    );
  }
  const { endCursor } = trail.pageInfo;
  return (
    <>
      {trail.nodes.map((event) => (
        <Event key={event.id} event={event} timeZone={timeZone} />
      ))}
      {trail.nodes.length === 0 && after === null ? (
        <li className={styles.none}>
          <Trans>Nothing of this kind was done.</Trans>
        </li>
      ) : null}
      {trail.pageInfo.hasNextPage && endCursor != null && onMore !== null ? (
        <li data-print="hide">
          <Button onPress={() => onMore(endCursor)}>
            <Trans>Earlier</Trans>
          </Button>
        </li>
      ) : null}
    </>
  );
}

interface EventProps {
  readonly event: {
    readonly occurredAt: string;
    readonly action: string;
    readonly subject: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly reason: string | null;
    readonly actor: { readonly displayName: string; readonly companySlug: string | null };
  };
  readonly timeZone: string;
}

function Event({ event, timeZone }: EventProps) {
  const { i18n } = useI18n();
  const format = useFormat(timeZone);
  const changes = changesOf(event.before, event.after);
  return (
    <li className={styles.event}>
      <p className={styles.when}>
        <time dateTime={event.occurredAt}>{format.moment(event.occurredAt)}</time>
      </p>
      <div className={styles.what}>
        <p>
          <b>{wordOf(event.action, i18n)}</b> <span className={styles.subject}>{lastOf(event.subject)}</span>
        </p>
        <p className={styles.who}>
          {event.actor.displayName}
          {event.actor.companySlug === null ? null : <small> · {event.actor.companySlug}</small>}
        </p>
        {event.reason === null ? null : <p className={styles.reason}>{event.reason}</p>}
        {changes.length === 0 ? null : (
          <details className={styles.changes}>
            <summary>
              <Trans>What changed</Trans>
            </summary>
            <dl>
              {changes.map((change) => (
                <div key={change.name}>
                  <dt>{change.name}</dt>
                  <dd>
                    {change.before === null ? null : <del>{change.before}</del>}{" "}
                    {change.after === null ? null : <ins>{change.after}</ins>}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </li>
  );
}

/** What it was done to, without the partnership that the page is about anyway. */
function lastOf(subject: string): string {
  return subject.split("/").slice(2).join(" / ");
}
