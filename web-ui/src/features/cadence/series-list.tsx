import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { AwayLine } from "~/ui/away-line";
import { Button } from "~/ui/button";
import styles from "./meetings-page.module.css";
import type { Listed, ListedSeries } from "./meetings-query";
import { useScheduleWords } from "./schedule-words";
import { SeriesDialog } from "./series-dialog";

interface SeriesListProps {
  readonly partnership: Listed;
  readonly onRetry: () => void;
}

/** When meetings come back, in words, and the way to change that. */
export function SeriesList({ partnership, onRetry }: SeriesListProps) {
  const { t } = useLingui();
  const words = useScheduleWords();
  const [editing, setEditing] = useState<ListedSeries | "new" | null>(null);
  const may = partnership.viewerMay.includes("RUN_MEETINGS");
  return (
    <section aria-labelledby="series">
      <h2 id="series">
        <Trans>Series</Trans>
        {may ? (
          <Button size="small" icon="plus" onPress={() => setEditing("new")}>
            <Trans>New</Trans>
          </Button>
        ) : null}
      </h2>
      {partnership.meetingSeries === null ? (
        <AwayLine onRetry={onRetry}>
          <Trans>Meetings can't be reached right now.</Trans>
        </AwayLine>
      ) : (
        <ul className={styles.series}>
          {partnership.meetingSeries.nodes.map((series) => (
            <li key={series.id} data-ended={series.endedAt === null ? undefined : ""}>
              <span className={styles.what}>
                <strong>{series.displayName}</strong>
                <small>{words(series.schedule)}</small>
                {series.endedAt === null ? null : (
                  <small>
                    <Trans>Ended: {series.endedReason}</Trans>
                  </small>
                )}
              </span>
              {may && series.endedAt === null ? (
                <Button
                  size="small"
                  look="quiet"
                  icon="edit"
                  aria-label={t`Change: ${series.displayName}`}
                  onPress={() => setEditing(series)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {editing === null ? null : (
        <SeriesDialog
          partnership={partnership}
          series={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
