import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import { Button } from "~/ui/button";
import { HealthDots } from "~/ui/health-dots";
import { EmptyState, ErrorState, Skeleton } from "~/ui/state";
import { StatusMark } from "~/ui/status-mark";
import styles from "./review-bar.module.css";

const ReviewQuery = graphql(`
  query Review {
    portfolio(order: WORST_FIRST, first: 100) {
      totalCount
      nodes {
        redCount
        partnership {
          id
          slug
          displayName
        }
        goal {
          status
        }
        cadence {
          health {
            starving
            dots {
              week
              outcome
            }
          }
        }
      }
    }
  }
`);

interface ReviewBarProps {
  /** The partnership that is looked at; null for the worst. */
  readonly slug: string | null;
  readonly onGo: (slug: string) => void;
}

/** Leads through the portfolio, worst first: arrow keys to the sides go from page to page. */
export function ReviewBar({ slug, onGo }: ReviewBarProps) {
  const { t } = useLingui();
  const [{ data, fetching, error }, read] = useQuery({ query: ReviewQuery, requestPolicy: "cache-first" });
  const lines = data?.portfolio?.nodes ?? [];
  const at = Math.max(
    0,
    lines.findIndex(({ partnership }) => partnership.slug === slug),
  );
  const go = (to: number) => {
    const next = lines[to];
    if (next !== undefined) onGo(next.partnership.slug);
  };
  const first = lines[0]?.partnership.slug;
  const begin = useEffectEvent(() => {
    if (slug === null && first !== undefined) onGo(first);
  });
  useEffect(() => {
    if (first !== undefined) begin();
  }, [first]);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const inside = event.target instanceof HTMLElement ? event.target : null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (inside?.closest("input, textarea, select, [role=listbox], [role=tablist], [role=dialog], [role=menu], svg"))
      return;
    if (event.key === "ArrowRight") go(at + 1);
    else if (event.key === "ArrowLeft") go(at - 1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);

  const line = lines[at];
  if (line === undefined) {
    if (fetching && !error) return <Skeleton height="2.5rem" />;
    return error ? (
      <ErrorState
        title={<Trans>The partnerships can't be read right now</Trans>}
        onRetry={() => read({ requestPolicy: "network-only" })}
      />
    ) : (
      <EmptyState stands="page" title={<Trans>There is nothing to review</Trans>}>
        <Trans>You are on no partnership yet.</Trans>
      </EmptyState>
    );
  }
  const dots = line.cadence?.health.dots;
  return (
    <nav className={styles.bar} aria-label={t`Review`} data-print="hide">
      <Button isDisabled={at === 0} onPress={() => go(at - 1)}>
        <Trans>← Previous</Trans>
      </Button>
      <p className={styles.where} aria-live="polite">
        <b>
          {at + 1} / {lines.length}
        </b>
        <span>{line.partnership.displayName}</span>
        {line.goal == null ? null : <StatusMark status={line.goal.status} />}
        {dots === undefined ? null : <HealthDots dots={dots} size="small" />}
        {line.cadence?.health.starving ? (
          <em>
            <Trans>Starving</Trans>
          </em>
        ) : null}
      </p>
      <Link href="/" className={styles.leave}>
        <Trans>End the review</Trans>
      </Link>
      <Button look="primary" isDisabled={at >= lines.length - 1} onPress={() => go(at + 1)}>
        <Trans>Next →</Trans>
      </Button>
    </nav>
  );
}
