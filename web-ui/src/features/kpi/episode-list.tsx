import { Plural, Trans } from "@lingui/react/macro";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { EpisodeListFragment } from "~/graphql/graphql";
import { type Measure, useFormat } from "~/lib/format";
import { EmptyState } from "~/ui/state";
import styles from "./episode-list.module.css";

export const EpisodeListDocument = graphql(`
  fragment EpisodeList on KpiDetail {
    standing {
      kpi {
        id
        unit
        currency
        decimals
      }
    }
    episodes {
      id
      state
      firstPeriod
      lastRedPeriod
      redPeriods
      lastValue
      lastTarget
      openedAt
      closedAt
    }
  }
`);

interface EpisodeListProps {
  readonly detail: FragmentType<typeof EpisodeListDocument>;
  readonly timeZone: string;
}

/** Every unbroken stretch of red, also those that a correction took away. */
export function EpisodeList({ detail, timeZone }: EpisodeListProps) {
  const { standing, episodes } = readFragment(EpisodeListDocument, detail);
  if (episodes.length === 0) {
    return (
      <EmptyState title={<Trans>Never red</Trans>}>
        <Trans>No figure was past its red limit.</Trans>
      </EmptyState>
    );
  }
  return (
    <ol className={styles.episodes}>
      {episodes.map((episode) => (
        <EpisodeLine key={episode.id} episode={episode} measure={standing.kpi} timeZone={timeZone} />
      ))}
    </ol>
  );
}

interface EpisodeLineProps {
  readonly episode: EpisodeListFragment["episodes"][number];
  readonly measure: Measure;
  readonly timeZone: string;
}

function EpisodeLine({ episode, measure, timeZone }: EpisodeLineProps) {
  const format = useFormat(timeZone);
  const first = format.period(episode.firstPeriod);
  const last = format.period(episode.lastRedPeriod);
  return (
    <li className={styles.episode} data-state={episode.state}>
      <p className={styles.state}>
        {episode.state === "OPEN" ? (
          <Trans>Open</Trans>
        ) : episode.state === "ENDED" ? (
          <Trans>Over</Trans>
        ) : (
          <Trans>Voided</Trans>
        )}
      </p>
      <div>
        <p>
          <strong>{episode.firstPeriod === episode.lastRedPeriod ? first : `${first} – ${last}`}</strong>
          {" · "}
          <Plural value={episode.redPeriods} one="# red period" other="# red periods" />
          {" · "}
          <Trans>
            {format.figure(episode.lastValue, measure)} against {format.figure(episode.lastTarget, measure)}
          </Trans>
        </p>
        <p className={styles.when}>
          <Trans>Opened {format.moment(episode.openedAt)}</Trans>
          {episode.closedAt == null ? null : (
            <>
              {" · "}
              {episode.state === "VOIDED" ? (
                <Trans>taken away by a correction {format.moment(episode.closedAt)}</Trans>
              ) : (
                <Trans>over {format.moment(episode.closedAt)}</Trans>
              )}
            </>
          )}
        </p>
      </div>
    </li>
  );
}
