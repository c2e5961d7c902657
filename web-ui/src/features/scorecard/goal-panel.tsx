import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { GoalPanelFragment as Goal } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { parsePeriod, previousPeriod } from "~/lib/periods";
import { RedLimitText, TargetText } from "~/ui/bounds";
import { FittedTrend } from "~/ui/chart/fitted-trend";
import { AssuranceIcon, useAssuranceWord, useVariationWord, VariationIcon } from "~/ui/chart/variation-icon";
import { StatusMark } from "~/ui/status-mark";
import styles from "./goal-panel.module.css";

export const GoalPanelFragment = graphql(`
  fragment GoalPanel on KpiStanding {
    kpi {
      id
      slug
      displayName
      description
      unit
      currency
      decimals
      direction
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
    series
    variation
    assurance
    pointsMissing
  }
`);

interface GoalPanelProps {
  readonly standing: FragmentType<typeof GoalPanelFragment>;
  /** Address of the KPI's detail. */
  readonly href: string;
}

/** What the page is about: the figure first, then whether it is enough, then how it came about. */
export function GoalPanel({ standing, href }: GoalPanelProps) {
  const { t } = useLingui();
  const format = useFormat();
  const goal = readFragment(GoalPanelFragment, standing);
  const { kpi } = goal;
  const variationWord = useVariationWord();
  const assuranceWord = useAssuranceWord();
  const unit = format.unit(kpi);
  const late = goal.stalePeriod == null ? null : format.periodLong(goal.stalePeriod);

  return (
    <section className={styles.goal} data-status={goal.status} aria-labelledby="goal-name">
      <div className={styles.figure}>
        <p className={styles.kind}>
          <Trans>Goal</Trans>
        </p>
        <h2 id="goal-name" className={styles.name}>
          <Link href={href}>{kpi.displayName}</Link>
        </h2>
        <p className={styles.value}>
          <span className={styles.number}>{format.number(goal.value, kpi)}</span>
          {unit === "" ? null : <span className={styles.unit}>{unit}</span>}
        </p>
        <div className={styles.standing}>
          <StatusMark status={goal.status} tone="loud" />
          <Change standing={goal} />
        </div>
        {late === null || goal.staleSince == null ? null : (
          <p className={styles.late}>
            <Trans>
              {late} is missing since {format.date(goal.staleSince)}
            </Trans>
          </p>
        )}
        <p className={styles.target}>
          <strong>
            <Trans comment="Followed by the target, such as ≥ 95.0">Target</Trans>{" "}
            <TargetText bounds={goal.target ?? null} direction={kpi.direction} measure={kpi} />
            {unit === "" || goal.target == null ? null : `\u202f${unit}`}
          </strong>
          <span>
            <RedLimitText bounds={goal.target ?? null} direction={kpi.direction} measure={kpi} />
          </span>
        </p>
      </div>
      <div className={styles.trend}>
        <FittedTrend series={goal.series} measure={kpi} label={t`${kpi.displayName}, the last periods`} />
      </div>
      <ul className={styles.judgement}>
        <li>
          <VariationIcon
            variation={goal.variation ?? null}
            direction={kpi.direction}
            pointsMissing={goal.pointsMissing}
          />
          <span aria-hidden="true">{variationWord(goal.variation ?? null, goal.pointsMissing)}</span>
        </li>
        {goal.variation == null ? null : (
          <li>
            <AssuranceIcon assurance={goal.assurance ?? null} />
            <span aria-hidden="true">{assuranceWord(goal.assurance ?? null)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

function Change({ standing }: { standing: Goal }) {
  const format = useFormat();
  if (standing.period == null) return null;
  const parsed = parsePeriod(standing.period);
  const before = parsed === null ? null : format.period(previousPeriod(parsed));
  return (
    <span className={styles.change}>
      {standing.change == null || before === null ? (
        <Trans>in {format.period(standing.period)}</Trans>
      ) : (
        <Trans>
          <b>{format.change(standing.change, standing.kpi)}</b> since {before}
        </Trans>
      )}
    </span>
  );
}
