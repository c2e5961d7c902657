import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { useQuery } from "urql";
import type { FragmentType } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { toDrawing } from "~/lib/decimal";
import { type Measure, useFormat } from "~/lib/format";
import type { Decimal, TimeSeries } from "~/lib/scalars";
import { Button } from "~/ui/button";
import { type PayKpisDocument, payKpis } from "./kpis";
import { toneOf, useMoney } from "./money";
import styles from "./page.module.css";
import { useSettled } from "./settled";
import own from "./what-if.module.css";

const WhatIfQuery = graphql(`
  query WhatIf($slug: String!, $agreement: String!, $assumptions: [AssumptionInput!]!) {
    partnership(slug: $slug) {
      id
      whatIf(agreement: $agreement, assumptions: $assumptions) {
        period
        amount {
          amount
          currency
        }
        difference {
          amount
          currency
        }
      }
    }
  }
`);

interface WhatIfProps {
  readonly slug: string;
  readonly agreement: string;
  /** Slugs of the KPIs that the terms in force pay by. */
  readonly kpis: ReadonlySet<string>;
  readonly scorecard: FragmentType<typeof PayKpisDocument> | null;
}

/** «If on-time delivery were 96 %»: what the period pays as things stand, and with figures moved. Nobody else learns of it. */
export function WhatIf({ slug, agreement, kpis, scorecard }: WhatIfProps) {
  const standings = payKpis(scorecard).filter(({ kpi }) => kpis.has(kpi.slug));
  const [moved, setMoved] = useState<Readonly<Record<string, Decimal>>>({});
  const settled = useSettled(moved);
  const assumptions = Object.entries(settled).map(([kpi, value]) => ({ kpi, value }));
  const [{ data, fetching, error }] = useQuery({
    query: WhatIfQuery,
    variables: { slug, agreement, assumptions },
    requestPolicy: "network-only",
  });
  const answer = data?.partnership?.whatIf ?? null;
  return (
    <section className={styles.card} aria-labelledby="what-if" data-print="hide">
      <div className={styles.header}>
        <h2 id="what-if">
          <Trans>What if?</Trans>
        </h2>
        {Object.keys(moved).length === 0 ? null : (
          <Button look="quiet" size="small" onPress={() => setMoved({})}>
            <Trans>As things stand</Trans>
          </Button>
        )}
      </div>
      <p className={styles.small}>
        <Trans>
          Move a figure and see what this period would pay. Nothing is stored; the other side doesn't see it.
        </Trans>
      </p>
      <div className={own.grid}>
        {standings.map(({ kpi, value, series }) => (
          <Slider
            key={kpi.id}
            kpi={kpi}
            value={moved[kpi.slug] ?? value ?? null}
            series={series}
            moved={kpi.slug in moved ? "yes" : "no"}
            onMove={(to) => setMoved({ ...moved, [kpi.slug]: to })}
          />
        ))}
      </div>
      <div className={own.answer} aria-live="polite" aria-busy={fetching}>
        {answer === null || error ? (
          error ? (
            <p className={styles.small}>
              {error.graphQLErrors.some(({ extensions }) => extensions["code"] === "PRECONDITION") ? (
                <Trans>No signed version pays the period that is running now.</Trans>
              ) : (
                <Trans>Incentives can't be reached right now.</Trans>
              )}
            </p>
          ) : null
        ) : (
          <Answer amount={answer.amount} difference={answer.difference} />
        )}
      </div>
    </section>
  );
}

type Amount = { readonly amount: string; readonly currency: string };

function Answer({ amount, difference }: { amount: Amount; difference: Amount }) {
  const money = useMoney();
  const tone = toneOf(difference);
  const more = money.change(difference);
  return (
    <>
      <span className={own.amount}>{money.text(amount)}</span>
      <span>{tone === "none" ? <Trans>as things stand</Trans> : <Trans>{more} against as things stand</Trans>}</span>
    </>
  );
}

interface SliderProps {
  readonly kpi: Measure & { readonly displayName: string };
  readonly value: Decimal | null;
  readonly series: TimeSeries;
  readonly moved: "no" | "yes";
  readonly onMove: (to: Decimal) => void;
}

function Slider({ kpi, value, series, moved, onMove }: SliderProps) {
  const { t } = useLingui();
  const format = useFormat();
  const id = useId();
  const range = rangeOf(kpi, series.values);
  if (range === null) return null;
  const shown = value ?? String(range.low);
  return (
    <div className={own.slider} data-moved={moved === "yes" ? "" : undefined}>
      <label htmlFor={id}>
        <span>{kpi.displayName}</span>
        <output>
          {value === null
            ? t`no figure`
            : moved === "yes"
              ? format.figure(shown, kpi)
              : t`last: ${format.figure(shown, kpi)}`}
        </output>
      </label>
      <input
        id={id}
        type="range"
        min={range.low}
        max={range.high}
        step={range.step}
        value={shown}
        aria-valuetext={format.figure(shown, kpi)}
        onChange={(event) => onMove(event.currentTarget.value)}
      />
    </div>
  );
}

/** Where a slider may go: what was seen and as much again to both sides, within what the unit allows. */
export function rangeOf(
  { unit, decimals }: Measure,
  values: readonly (Decimal | null)[],
): { readonly low: number; readonly high: number; readonly step: number } | null {
  const seen = values.map(toDrawing).filter((value) => value !== null);
  if (seen.length === 0) return null;
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  const room = (most - least || Math.abs(most) || 1) * 0.75;
  const step = 10 ** -decimals;
  const round = (value: number) => Number((Math.round(value / step) * step).toFixed(decimals));
  const low = round(least - room);
  const high = round(most + room);
  return {
    low: unit === "MONEY" || least < 0 ? low : Math.max(0, low),
    high: unit === "PERCENT" && most <= 100 ? Math.min(100, high) : high,
    step,
  };
}
