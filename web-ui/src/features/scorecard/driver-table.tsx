import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { DriverRowFragment as Driver } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { TargetText } from "~/ui/bounds";
import { BulletBar } from "~/ui/chart/bullet-bar";
import { Sparkline } from "~/ui/chart/sparkline";
import { AssuranceIcon, VariationIcon } from "~/ui/chart/variation-icon";
import { StatusMark, useStatusWord } from "~/ui/status-mark";
import styles from "./driver-table.module.css";

export const DriverRowFragment = graphql(`
  fragment DriverRow on KpiStanding {
    kpi {
      id
      slug
      displayName
      unit
      currency
      decimals
      direction
      measureType
      effectOnGoal
      frequency
    }
    status
    period
    value
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

export type DriverKpi = Driver["kpi"];

interface DriverTableProps {
  readonly drivers: readonly FragmentType<typeof DriverRowFragment>[];
  /** Address of a KPI's detail. */
  readonly hrefOf: (slug: string) => string;
  /** What can be done about a driver from its line. */
  readonly actionOf: (kpi: DriverKpi) => ReactNode;
}

/** What moves the goal, one line each; a line opens its detail. */
export function DriverTable({ drivers, hrefOf, actionOf }: DriverTableProps) {
  return (
    <table className={styles.drivers}>
      <caption className="visually-hidden">
        <Trans>Drivers of the goal</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Driver</Trans>
          </th>
          <th scope="col" className={styles.trend}>
            <Trans>Last periods</Trans>
          </th>
          <th scope="col" className={styles.value}>
            <Trans>Figure</Trans>
          </th>
          <th scope="col" className={styles.target}>
            <Trans>Target</Trans>
          </th>
          <th scope="col" className={styles.bullet}>
            <Trans>Against target</Trans>
          </th>
          <th scope="col">
            <Trans>Status</Trans>
          </th>
          <th scope="col" className={styles.icon}>
            <Trans>Variation</Trans>
          </th>
          <th scope="col" className={styles.icon}>
            <Trans>Assurance</Trans>
          </th>
          <th scope="col" className={styles.effect}>
            <Trans>What it does to the goal</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {drivers.map((masked) => {
          const driver = readFragment(DriverRowFragment, masked);
          return (
            <DriverRow
              key={driver.kpi.id}
              driver={driver}
              href={hrefOf(driver.kpi.slug)}
              action={actionOf(driver.kpi)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

function DriverRow({ driver, href, action }: { driver: Driver; href: string; action: ReactNode }) {
  const { t } = useLingui();
  const format = useFormat();
  const statusWord = useStatusWord();
  const { kpi } = driver;
  const figure = format.figure(driver.value, kpi);
  const target = format.figure(driver.target?.value, kpi);
  const unit = format.unit(kpi);
  return (
    <tr data-status={driver.status}>
      <th scope="row" className={styles.name}>
        <Link href={href}>{kpi.displayName}</Link>
        <small>{unit === "" ? null : unit}</small>
        <span className={styles.action}>{action}</span>
      </th>
      <td className={styles.trend}>
        <Sparkline series={driver.series} label={t`${kpi.displayName}: ${figure}, target ${target}`} />
      </td>
      <td className={styles.value}>{format.number(driver.value, kpi)}</td>
      <td className={styles.target}>
        <TargetText bounds={driver.target ?? null} direction={kpi.direction} measure={kpi} />
      </td>
      <td className={styles.bullet}>
        <BulletBar
          value={driver.value ?? null}
          bounds={driver.target ?? null}
          direction={kpi.direction}
          status={driver.status}
          context={driver.series.values}
          label={t`${figure} against a target of ${target}: ${statusWord(driver.status)}`}
        />
      </td>
      <td className={styles.status}>
        <StatusMark status={driver.status} />
        {driver.stalePeriod == null ? null : (
          <small>
            <Trans>{format.period(driver.stalePeriod)} missing</Trans>
          </small>
        )}
      </td>
      <td className={`${styles.icon} ${styles.variation}`}>
        <VariationIcon
          variation={driver.variation ?? null}
          direction={kpi.direction}
          pointsMissing={driver.pointsMissing}
        />
      </td>
      <td className={`${styles.icon} ${styles.assurance}`}>
        <AssuranceIcon assurance={driver.assurance ?? null} />
      </td>
      <td className={styles.effect}>{kpi.effectOnGoal}</td>
    </tr>
  );
}
