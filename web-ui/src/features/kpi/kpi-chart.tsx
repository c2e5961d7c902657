import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { KpiChartFragment } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { ControlChart } from "~/ui/chart/control-chart";
import { Icon } from "~/ui/icons";
import { Segmented } from "~/ui/segmented";
import styles from "./kpi-chart.module.css";

export const KpiChartDocument = graphql(`
  fragment KpiChart on KpiDetail {
    standing {
      kpi {
        id
        displayName
        unit
        currency
        decimals
        frequency
        baselines {
          fromPeriod
          reason
          actor {
            displayName
          }
          at
        }
      }
      series
      driftAlarms {
        method
        period
        variation
      }
    }
    signals {
      rule
      text
      periods
      variation
    }
    rollUp
  }
`);

/** How many periods are shown. */
export type Span = 26 | 52 | 156;

interface KpiChartProps {
  readonly detail: FragmentType<typeof KpiChartDocument>;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
}

/** The control chart, by the KPI's own periods or rolled up into longer ones. */
export function KpiChart({ detail: masked, span, onSpan }: KpiChartProps) {
  const { t } = useLingui();
  const detail = readFragment(KpiChartDocument, masked);
  const [grain, setGrain] = useState<"own" | "longer">("own");
  const { kpi, series, driftAlarms } = detail.standing;
  const rolled = grain === "longer" && detail.rollUp != null ? detail.rollUp : null;
  return (
    <div className={styles.chart}>
      <div className={styles.tools} data-print="hide">
        <Segmented
          label={t`Periods`}
          options={[
            { id: "26", text: t`26 periods` },
            { id: "52", text: "52" },
            { id: "156", text: "156" },
          ]}
          selected={`${span}`}
          onSelect={(id) => onSpan(id === "26" ? 26 : id === "52" ? 52 : 156)}
        />
        {detail.rollUp == null ? null : (
          <Segmented
            label={t`By`}
            options={[
              { id: "own", text: t`As measured` },
              { id: "longer", text: t`Rolled up` },
            ]}
            selected={grain}
            onSelect={setGrain}
          />
        )}
      </div>
      <ControlChart
        key={grain}
        series={rolled ?? series}
        measure={kpi}
        label={t`${kpi.displayName}: figures, target, red limit and natural limits`}
        signals={rolled === null ? detail.signals : []}
        baselines={rolled === null ? kpi.baselines.map(({ fromPeriod }) => fromPeriod) : []}
      />
      <Alarms alarms={driftAlarms} />
      <Baselines baselines={kpi.baselines} />
    </div>
  );
}

function Alarms({ alarms }: { alarms: KpiChartFragment["standing"]["driftAlarms"] }) {
  const format = useFormat();
  if (alarms.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {alarms.map(({ method, period, variation }) => (
        <li key={`${method} ${period}`} data-variation={variation}>
          <Icon name="warning" size={14} />
          {variation === "IMPROVEMENT" ? (
            <Trans>
              Drifting to the better since {format.periodLong(period)}, by {method}
            </Trans>
          ) : variation === "CONCERN" ? (
            <Trans>
              Drifting to the worse since {format.periodLong(period)}, by {method}
            </Trans>
          ) : (
            <Trans>
              Drifting since {format.periodLong(period)}, by {method}
            </Trans>
          )}
        </li>
      ))}
    </ul>
  );
}

function Baselines({ baselines }: { baselines: KpiChartFragment["standing"]["kpi"]["baselines"] }) {
  const format = useFormat();
  if (baselines.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {baselines.map(({ fromPeriod, reason, actor, at }) => (
        <li key={fromPeriod + at}>
          <Icon name="info" size={14} />
          <Trans>
            Limits start anew with {format.periodLong(fromPeriod)}: “{reason}”, {actor.displayName}, {format.date(at)}
          </Trans>
        </li>
      ))}
    </ul>
  );
}
