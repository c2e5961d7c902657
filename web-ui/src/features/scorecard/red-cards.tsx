import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { RedCardFragment as Episode } from "~/graphql/graphql";
import { subtractDecimals } from "~/lib/decimal";
import { type Measure, useFormat } from "~/lib/format";
import { StatusMark } from "~/ui/status-mark";
import styles from "./red-cards.module.css";

export const RedCardFragment = graphql(`
  fragment RedCard on RedEpisode {
    id
    kpiSlug
    kpiDisplayName
    firstPeriod
    lastRedPeriod
    redPeriods
    lastValue
    lastTarget
    openedAt
  }
`);

interface RedCardsProps {
  /** Open episodes, worst first. */
  readonly episodes: readonly FragmentType<typeof RedCardFragment>[];
  readonly measureOf: (kpiSlug: string) => Measure;
  readonly hrefOf: (kpiSlug: string) => string;
  /** Who answers for the red and until when: what a card says loudest, where something is known of it. */
  readonly answerTo?: (episode: { readonly id: string; readonly kpiSlug: string }) => ReactNode;
}

/** Every open red, worst first, one card each. */
export function RedCards({ episodes, measureOf, hrefOf, answerTo }: RedCardsProps) {
  if (episodes.length === 0) {
    return (
      <p className={styles.none}>
        <Trans>No open red.</Trans>
      </p>
    );
  }
  return (
    <ul className={styles.cards}>
      {episodes.map((masked) => {
        const episode = readFragment(RedCardFragment, masked);
        return (
          <li key={episode.id} className={styles.card}>
            <RedCard
              episode={episode}
              measure={measureOf(episode.kpiSlug)}
              href={hrefOf(episode.kpiSlug)}
              answer={answerTo?.(episode)}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface RedCardProps {
  readonly episode: Episode;
  readonly measure: Measure;
  readonly href: string;
  readonly answer: ReactNode;
}

function RedCard({ episode, measure, href, answer }: RedCardProps) {
  const format = useFormat();
  const { lastValue, lastTarget } = episode;
  return (
    <article aria-label={episode.kpiDisplayName}>
      <header className={styles.head}>
        <h3>
          <StatusMark status="RED" tone="shape" />
          <Link href={href}>{episode.kpiDisplayName}</Link>
        </h3>
        <p>
          <Trans>Red since {format.period(episode.firstPeriod)}</Trans>
          {" · "}
          <Plural value={episode.redPeriods} one="# red period" other="# red periods" />
        </p>
      </header>
      <p className={styles.figures}>
        <strong>{format.figure(lastValue, measure)}</strong>{" "}
        <span>
          <Trans>against {format.figure(lastTarget, measure)}</Trans>
        </span>
        {lastValue == null || lastTarget == null ? null : (
          <b>{format.change(subtractDecimals(lastValue, lastTarget), measure)}</b>
        )}
      </p>
      {answer === undefined ? null : <div className={styles.answer}>{answer}</div>}
    </article>
  );
}
