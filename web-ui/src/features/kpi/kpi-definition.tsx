import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import styles from "./kpi-definition.module.css";

export const KpiDefinitionDocument = graphql(`
  fragment KpiDefinition on Kpi {
    id
    role
    measureType
    direction
    frequency
    aggregation
    graceDays
    raciActivity
    redAfter
    clearAfter
    ruleSet
    rolledFrom
    retiredAt
  }
`);

const words = {
  GOAL: msg`Goal`,
  DRIVER: msg`Driver`,
  WATCH: msg`Watched, not on the front`,
  OUTPUT: msg`a result`,
  INPUT: msg`an input`,
  HIGHER_IS_BETTER: msg`Higher is better`,
  LOWER_IS_BETTER: msg`Lower is better`,
  WITHIN_RANGE: msg`Inside a range is best`,
  DAILY: msg`every day`,
  WEEKLY: msg`every ISO week`,
  MONTHLY: msg`every month`,
  QUARTERLY: msg`every quarter`,
  SUM: msg`they add up`,
  MEAN: msg`their mean`,
  LAST: msg`the last one stands`,
  RATIO: msg`sum of numerators over sum of denominators`,
  NHS: msg`NHS “Making data count”`,
  NELSON: msg`Nelson's eight`,
  WESTERN_ELECTRIC: msg`Western Electric`,
} as const;

interface KpiDefinitionProps {
  readonly kpi: FragmentType<typeof KpiDefinitionDocument>;
  readonly timeZone: string;
}

/** By what rules the KPI is judged. */
export function KpiDefinition({ kpi: masked, timeZone }: KpiDefinitionProps) {
  const { i18n, t } = useLingui();
  const format = useFormat(timeZone);
  const kpi = readFragment(KpiDefinitionDocument, masked);
  const word = (of: keyof typeof words) => i18n._(words[of]);
  const grace = format.count(kpi.graceDays);
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t`On the page`, `${word(kpi.role)}, ${word(kpi.measureType)}`],
    [t`Better`, word(kpi.direction)],
    [
      t`Due`,
      <Trans key="due">
        {word(kpi.frequency)}, stale {grace} days after the period's end
      </Trans>,
    ],
    [t`Rolls up as`, word(kpi.aggregation)],
    [
      t`Red episodes`,
      <Trans key="red">
        open after {kpi.redAfter} red in a row, end after {kpi.clearAfter} not red in a row
      </Trans>,
    ],
    [t`Signals`, word(kpi.ruleSet)],
    ...(kpi.rolledFrom.length === 0 ? [] : [[t`Product of`, kpi.rolledFrom.join(" × ")] as const]),
    ...(kpi.raciActivity == null ? [] : [[t`Answered for by`, kpi.raciActivity] as const]),
    ...(kpi.retiredAt == null ? [] : [[t`Taken off the page`, format.moment(kpi.retiredAt)] as const]),
  ];
  return (
    <dl className={styles.definition}>
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
