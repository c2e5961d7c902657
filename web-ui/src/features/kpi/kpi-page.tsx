import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { KpiPageFragment } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { RedLimitText, TargetText } from "~/ui/bounds";
import { AssuranceIcon, useAssuranceWord, useVariationWord, VariationIcon } from "~/ui/chart/variation-icon";
import { LiveDot } from "~/ui/live-dot";
import { PartialBanner, Skeleton } from "~/ui/state";
import { StatusMark } from "~/ui/status-mark";
import { Tabs } from "~/ui/tabs";
import { KpiChart, type Span } from "./kpi-chart";
import styles from "./kpi-page.module.css";

// Read behind another tab: fetched when it is opened.
const EpisodeList = lazy(() => import("./episode-list").then((module) => ({ default: module.EpisodeList })));
const KpiDefinition = lazy(() => import("./kpi-definition").then((module) => ({ default: module.KpiDefinition })));

export const KpiPageDocument = graphql(`
  fragment KpiPage on KpiDetail {
    live
    knownAt
    standing {
      kpi {
        id
        slug
        displayName
        description
        unit
        currency
        decimals
        direction
        effectOnGoal
        role
        ...KpiDefinition
      }
      status
      period
      value
      change
      target {
        value
        redLimit
        upperValue
        upperRedLimit
      }
      stalePeriod
      staleSince
      lastDataAt
      variation
      assurance
      pointsMissing
      proposedCorrections
      proposedTargets
      contests
    }
    episodes {
      id
    }
    ...KpiChart
    ...EpisodeList
  }
`);

export type KpiPart = "figures" | "targets" | "reds" | "notes" | "definition";

interface KpiPageProps {
  readonly detail: FragmentType<typeof KpiPageDocument>;
  readonly partnership: string;
  /** Address of the partnership's page. */
  readonly backHref: string;
  readonly timeZone: string;
  readonly live: "live" | "reconnecting" | "past";
  readonly asOf: DateTime | null;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
  readonly part: KpiPart;
  readonly onPart: (part: KpiPart) => void;
  readonly onRetry: () => void;
  readonly actions?: ReactNode;
  /** Who answers for it, and the action that is open for it. */
  readonly answer?: ReactNode;
  readonly figures: ReactNode;
  readonly targets: ReactNode;
  readonly notes: { readonly count: number; readonly content: ReactNode };
}

/** Everything about one KPI: how it goes, what every figure is worth, what was agreed, what was said. */
export function KpiPage(props: KpiPageProps) {
  const { partnership, backHref, timeZone, live, asOf, onRetry, actions, part, onPart } = props;
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const detail = readFragment(KpiPageDocument, props.detail);
  const { standing } = detail;
  const { kpi } = standing;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.crumbs}>
          <Link href={backHref}>{partnership}</Link>
          {asOf === null ? null : (
            <strong>
              <Trans>as known on {format.moment(asOf)}</Trans>
            </strong>
          )}
          <LiveDot state={live} />
        </p>
        <div className={styles.title}>
          <h1>{kpi.displayName}</h1>
          <StatusMark status={standing.status} tone="loud" />
        </div>
        <div className={styles.actions} data-print="hide">
          {actions}
        </div>
        {kpi.description === "" ? null : <p className={styles.description}>{kpi.description}</p>}
        {props.answer}
      </header>
      {detail.live ? null : <PartialBanner what={t`KPIs`} knownAt={detail.knownAt} onRetry={onRetry} />}
      <Facts standing={standing} />
      <section className={styles.chart} aria-label={t`Chart`}>
        <KpiChart detail={detail} span={props.span} onSpan={props.onSpan} />
      </section>
      <Tabs<KpiPart>
        label={t`About this KPI`}
        selected={part}
        onSelect={onPart}
        tabs={[
          { id: "figures", text: t`Figures`, count: standing.proposedCorrections, content: props.figures },
          { id: "targets", text: t`Targets`, count: standing.proposedTargets, content: props.targets },
          {
            id: "reds",
            text: t`Reds`,
            count: detail.episodes.length,
            content: (
              <Suspense fallback={<Skeleton height="10rem" />}>
                <EpisodeList detail={detail} timeZone={timeZone} />
              </Suspense>
            ),
          },
          { id: "notes", text: t`Notes`, count: props.notes.count, content: props.notes.content },
          {
            id: "definition",
            text: t`Definition`,
            content: (
              <Suspense fallback={<Skeleton height="10rem" />}>
                <KpiDefinition kpi={kpi} timeZone={timeZone} />
              </Suspense>
            ),
          },
        ]}
      />
    </div>
  );
}

function Facts({ standing }: { standing: KpiPageFragment["standing"] }) {
  const format = useFormat();
  const variationWord = useVariationWord();
  const assuranceWord = useAssuranceWord();
  const { kpi } = standing;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{standing.period == null ? <Trans>Figure</Trans> : format.periodLong(standing.period)}</dt>
        <dd className={styles.value} data-status={standing.status}>
          {format.figure(standing.value, kpi)}
        </dd>
        {standing.change == null ? null : (
          <dd className={styles.more}>
            <Trans>{format.change(standing.change, kpi)} to the period before</Trans>
          </dd>
        )}
      </div>
      <div>
        <dt>
          <Trans>Target</Trans>
        </dt>
        <dd className={styles.value}>
          <TargetText bounds={standing.target ?? null} direction={kpi.direction} measure={kpi} />
        </dd>
        <dd className={styles.more}>
          <RedLimitText bounds={standing.target ?? null} direction={kpi.direction} measure={kpi} />
        </dd>
      </div>
      {standing.stalePeriod == null || standing.staleSince == null ? null : (
        <div>
          <dt>
            <Trans>Late</Trans>
          </dt>
          <dd className={styles.late}>
            <Trans>
              {format.periodLong(standing.stalePeriod)} is missing since {format.date(standing.staleSince)}
            </Trans>
          </dd>
        </div>
      )}
      <div className={styles.judgement}>
        <dt>
          <Trans>Signal or noise</Trans>
        </dt>
        <dd>
          <VariationIcon
            variation={standing.variation ?? null}
            direction={kpi.direction}
            pointsMissing={standing.pointsMissing}
          />
          <span aria-hidden="true">{variationWord(standing.variation ?? null, standing.pointsMissing)}</span>
        </dd>
        {standing.variation == null ? null : (
          <dd>
            <AssuranceIcon assurance={standing.assurance ?? null} />
            <span aria-hidden="true">{assuranceWord(standing.assurance ?? null)}</span>
          </dd>
        )}
      </div>
      {kpi.effectOnGoal == null || kpi.effectOnGoal === "" ? null : (
        <div className={styles.effect}>
          <dt>
            <Trans>What it does to the goal</Trans>
          </dt>
          <dd>{kpi.effectOnGoal}</dd>
        </div>
      )}
    </dl>
  );
}
