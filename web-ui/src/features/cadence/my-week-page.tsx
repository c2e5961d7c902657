import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { useFormat } from "~/lib/format";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { LiveDot } from "~/ui/live-dot";
import { ErrorState, Loading, PartialBanner, Skeleton } from "~/ui/state";
import { useCadenceChanges } from "./cadence-changes";
import { CalendarFeeds } from "./calendar-feeds";
import { MyMailList } from "./mail-list";
import styles from "./my-week-page.module.css";
import { type Actions, MyWeekQuery, type Week } from "./my-week-query";
import { DueActions, DueCommitments } from "./week-due";
import { WeekMeetings } from "./week-meetings";
import { mondayOf, weekFrom } from "./week-range";

/** `/my/week`: where I am expected, what I promised, what I own; across all partnerships. */
export function MyWeekPage() {
  const { t } = useLingui();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [monday, setMonday] = useState(() => mondayOf(dateIn(zone, new Date())));
  const [{ data, error, fetching, stale }, read] = useQuery({ query: MyWeekQuery, variables: weekFrom(zone, monday) });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useCadenceChanges(null, again, { fetching, stale });
  const viewer = data?.viewer ?? null;
  const format = useFormat("UTC");
  return (
    <div className={styles.page}>
      <title>{`${t`My week`} · Drumbeat`}</title>
      <header className={styles.head}>
        <h1>
          <Trans>My week</Trans>
        </h1>
        <div className={styles.turn} data-print="hide">
          <Button look="quiet" aria-label={t`The week before`} onPress={() => setMonday(mondayOf(monday, -1))}>
            ←
          </Button>
          <span>
            {format.date(`${monday}T12:00:00Z`)} – {format.date(`${addDays(monday, 6)}T12:00:00Z`)}
          </span>
          <Button look="quiet" aria-label={t`The week after`} onPress={() => setMonday(mondayOf(monday, 1))}>
            →
          </Button>
        </div>
        <LiveDot state={liveness} />
      </header>
      {viewer === null ? (
        fetching && !error ? (
          <Loading>
            <Skeleton height="20rem" />
          </Loading>
        ) : (
          <ErrorState title={<Trans>Your week can't be read</Trans>} onRetry={again}>
            <Trans>The server did not answer. What was recorded before is safe.</Trans>
          </ErrorState>
        )
      ) : (
        <Body
          week={viewer.week ?? null}
          actions={viewer.actions ?? null}
          days={Array.from({ length: 7 }, (_, index) => addDays(monday, index))}
          onRetry={again}
        />
      )}
    </div>
  );
}

interface BodyProps {
  readonly week: Week | null;
  readonly actions: Actions | null;
  readonly days: readonly string[];
  readonly onRetry: () => void;
}

function Body({ week, actions, days, onRetry }: BodyProps) {
  const { t } = useLingui();
  return (
    <>
      {week?.live === true ? null : (
        <PartialBanner what={t`Meetings`} knownAt={week === null ? null : week.knownAt} onRetry={onRetry} />
      )}
      {actions?.live === true ? null : (
        <PartialBanner what={t`Actions`} knownAt={actions === null ? null : actions.knownAt} onRetry={onRetry} />
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          {week === null ? null : <WeekMeetings week={week} days={days} />}
          {week === null ? null : <DueCommitments week={week} />}
          {actions === null ? null : <DueActions actions={actions} until={days.at(-1) ?? ""} />}
        </div>
        <aside className={styles.side}>
          <CalendarFeeds />
          <MyMailList />
        </aside>
      </div>
    </>
  );
}

function addDays(date: string, days: number): string {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
