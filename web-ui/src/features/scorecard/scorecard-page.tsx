import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ScorecardPageFragment as Page } from "~/graphql/graphql";
import { type Measure, useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { Button } from "~/ui/button";
import { EmptyState, PartialBanner } from "~/ui/state";
import { type DriverKpi, DriverTable } from "./driver-table";
import { GoalPanel } from "./goal-panel";
import { RedCards } from "./red-cards";
import { ScorecardHeader, type ScorecardHeaderFragment } from "./scorecard-header";
import styles from "./scorecard-page.module.css";
import { WaitingList } from "./waiting-list";

export const ScorecardPageFragment = graphql(`
  fragment ScorecardPage on Scorecard {
    state
    missing
    live
    knownAt
    lastDataAt
    goal {
      kpi {
        id
        slug
        unit
        currency
        decimals
      }
      period
      ...GoalPanel
      proposedCorrections
      proposedTargets
      ...WaitingStanding
    }
    drivers {
      kpi {
        id
        slug
        unit
        currency
        decimals
      }
      ...DriverRow
      proposedCorrections
      proposedTargets
      ...WaitingStanding
    }
    watched {
      kpi {
        id
        slug
        unit
        currency
        decimals
      }
      proposedCorrections
      proposedTargets
      ...WaitingStanding
    }
    openEpisodes {
      id
      ...RedCard
    }
  }
`);

interface ScorecardPageProps {
  readonly partnership: FragmentType<typeof ScorecardHeaderFragment>;
  /** Null when nothing is known of it. */
  readonly scorecard: FragmentType<typeof ScorecardPageFragment> | null;
  readonly live: "live" | "reconnecting" | "past";
  readonly asOf: DateTime | null;
  readonly timeZone: string;
  readonly onAsOf: (asOf: DateTime | null) => void;
  readonly onRetry: () => void;
  readonly hrefOf: (kpiSlug: string, part?: "figures" | "targets" | "notes") => string;
  /** What can be done about a driver from its line. */
  readonly driverAction: (kpi: DriverKpi) => ReactNode;
  /** What can be done from the page, in its head. */
  readonly actions?: ReactNode;
  /** What a draft's reader can do about what is missing. */
  readonly draftAction?: ReactNode;
  /** Proposals that wait, of these KPIs, with the buttons of those the reader decides; left out when nothing was proposed. */
  readonly decisions?: ((kpiSlugs: readonly string[]) => ReactNode) | undefined;
  /** When both sides meet next, among the facts in the head. */
  readonly nextMeeting?: ReactNode;
  readonly answerTo?: (episode: { readonly id: string; readonly kpiSlug: string }) => ReactNode;
  /** Which red comes first: the smaller the earlier. As the server orders them when absent. */
  readonly rankOf?: (episode: { readonly id: string }) => number;
  /** Beside the heading of the reds, such as the way to all actions. */
  readonly redsMore?: ReactNode;
  /** What other features show in the right column, above what waits. */
  readonly panels?: ReactNode;
}

/** The whole page of a partnership: the goal, what moves it, every open red, what waits. */
export function ScorecardPage(props: ScorecardPageProps) {
  const { partnership, live, asOf, timeZone, onAsOf, onRetry, actions, scorecard } = props;
  const { t } = useLingui();
  const page = scorecard === null ? null : readFragment(ScorecardPageFragment, scorecard);
  return (
    <div className={styles.page} data-past={asOf === null ? undefined : ""}>
      <ScorecardHeader
        partnership={partnership}
        page={
          page === null ? null : { ...page, period: page.goal?.period ?? null, lastDataAt: page.lastDataAt ?? null }
        }
        live={live}
        asOf={asOf}
        onAsOf={onAsOf}
        actions={actions}
        nextMeeting={props.nextMeeting}
      />
      {asOf === null ? null : <PastBar asOf={asOf} timeZone={timeZone} onBack={() => onAsOf(null)} />}
      {page === null ? (
        <PartialBanner what={t`KPIs`} knownAt={null} onRetry={onRetry} />
      ) : page.live ? null : (
        <PartialBanner what={t`KPIs`} knownAt={page.knownAt} onRetry={onRetry} />
      )}
      {page === null ? null : <Body page={page} {...props} />}
    </div>
  );
}

function PastBar({ asOf, timeZone, onBack }: { asOf: DateTime; timeZone: string; onBack: () => void }) {
  const format = useFormat(timeZone);
  return (
    <div className={styles.past} role="status">
      <p>
        <strong>
          <Trans>As known on {format.moment(asOf)}.</Trans>
        </strong>{" "}
        <Trans>Later figures, corrections and targets are left out; nothing can be changed here.</Trans>
      </p>
      <Button size="small" onPress={onBack}>
        <Trans>Back to now</Trans>
      </Button>
    </div>
  );
}

function Body({
  page,
  hrefOf,
  driverAction,
  draftAction,
  decisions,
  answerTo,
  rankOf,
  redsMore,
  panels,
}: ScorecardPageProps & { page: Page }) {
  const standings = [...(page.goal == null ? [] : [page.goal]), ...page.drivers, ...page.watched];
  const measures = new Map<string, Measure>(standings.map(({ kpi }) => [kpi.slug, kpi]));
  const measureOf = (slug: string) => measures.get(slug) ?? unknownMeasure;

  if (standings.length === 0) {
    return (
      <EmptyState title={<Trans>Nothing is measured yet</Trans>} action={draftAction}>
        <Trans>A page needs one goal and three to five drivers, each with figures and a target.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {page.state === "DRAFT" ? <Missing missing={page.missing} action={draftAction} /> : null}
        {page.goal == null ? null : (
          <div className={styles.goal}>
            <GoalPanel standing={page.goal} href={hrefOf(page.goal.kpi.slug)} />
          </div>
        )}
        {page.drivers.length === 0 ? null : (
          <div className={styles.drivers}>
            <DriverTable drivers={page.drivers} hrefOf={hrefOf} actionOf={driverAction} />
          </div>
        )}
        <section className={styles.reds} aria-labelledby="reds">
          <h2 id="reds" className={styles.heading}>
            <Trans>Open reds</Trans>
            {page.openEpisodes.length === 0 ? null : <span className={styles.count}>{page.openEpisodes.length}</span>}
            <span className={styles.more} data-print="hide">
              {redsMore}
            </span>
          </h2>
          <RedCards
            episodes={
              rankOf === undefined
                ? page.openEpisodes
                : page.openEpisodes.toSorted((one, other) => rankOf(one) - rankOf(other))
            }
            measureOf={measureOf}
            hrefOf={hrefOf}
            {...(answerTo === undefined ? {} : { answerTo })}
          />
        </section>
      </div>
      <aside className={styles.aside}>
        <div className={styles.side}>
          {panels}
          <section>
            <h2 className={styles.heading}>
              <Trans>Waiting</Trans>
            </h2>
            <Waiting standings={standings} decisions={decisions} hrefOf={hrefOf} />
          </section>
        </div>
      </aside>
    </div>
  );
}

type Standing = Page["drivers"][number] | Page["watched"][number];

function Waiting({
  standings,
  decisions,
  hrefOf,
}: Pick<ScorecardPageProps, "decisions" | "hrefOf"> & { readonly standings: readonly Standing[] }) {
  const proposed = standings
    .filter(({ proposedTargets, proposedCorrections }) => proposedTargets + proposedCorrections > 0)
    .map(({ kpi }) => kpi.slug);
  const shown = proposed.length > 0 && decisions !== undefined;
  return (
    <>
      {shown ? decisions(proposed) : null}
      <WaitingList standings={standings} hrefOf={hrefOf} besides={shown ? "proposals" : "nothing"} />
    </>
  );
}

const unknownMeasure: Measure = { unit: "RATIO", decimals: 2 };

function Missing({ missing, action }: { missing: readonly string[]; action: ReactNode }) {
  return (
    <div className={styles.missing} role="status">
      <p>
        <strong>
          <Trans>This page is a draft.</Trans>
        </strong>{" "}
        <Trans>Missing until it is published:</Trans>
      </p>
      <ul>
        {missing.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {action}
    </div>
  );
}
