import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { FigureHistoryFragment, Side } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/state";
import { StatusMark } from "~/ui/status-mark";
import { CorrectionDecision } from "./correction-decision";
import styles from "./figure-history.module.css";
import { useOriginWord } from "./origin";

const CorrectDialog = lazy(() => import("./correct-dialog").then((module) => ({ default: module.CorrectDialog })));

export const FigureHistoryDocument = graphql(`
  fragment FigureHistory on KpiDetail {
    standing {
      kpi {
        id
        slug
        displayName
        unit
        currency
        decimals
        aggregation
        rolledFrom
      }
    }
    measurements {
      id
      period
      revision
      value
      numerator
      denominator
      noActivity
      status
      recordedBy {
        displayName
        side
      }
      recordedAt
      origin
      reason
      current
      approvedBy {
        displayName
      }
    }
    corrections {
      id
      period
      supersedesRevision
      value
      reason
      state
      proposedBy {
        displayName
        side
      }
      proposedAt
      decidedBy {
        displayName
      }
      decidedAt
      decisionReason
    }
  }
`);

export type HistoryKpi = FigureHistoryFragment["standing"]["kpi"];
export type HistoryFigure = FigureHistoryFragment["measurements"][number];
export type HistoryCorrection = FigureHistoryFragment["corrections"][number];

interface FigureHistoryProps {
  readonly slug: string;
  readonly detail: FragmentType<typeof FigureHistoryDocument>;
  readonly timeZone: string;
  readonly mayCorrect: "yes" | "no";
  /** The side that may decide on the other side's corrections; null for those who decide nothing. */
  readonly decidesFor: Side | null;
}

/** Every figure with every revision: a superseded one stays readable, with why it was replaced and who agreed. */
export function FigureHistory({ slug, detail, timeZone, mayCorrect, decidesFor }: FigureHistoryProps) {
  const { standing, measurements, corrections } = readFragment(FigureHistoryDocument, detail);
  const [correcting, setCorrecting] = useState<HistoryFigure | null>(null);
  const { kpi } = standing;
  if (measurements.length === 0) {
    return (
      <EmptyState title={<Trans>No figure yet</Trans>}>
        <Trans>The chart and the statuses begin with the first one.</Trans>
      </EmptyState>
    );
  }
  const proposed = corrections.filter((correction) => correction.state === "PROPOSED");
  return (
    <>
      <table className={styles.figures}>
        <caption className="visually-hidden">
          <Trans>Figures with their revisions</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Period</Trans>
            </th>
            <th scope="col" className={styles.number}>
              <Trans>Figure</Trans>
            </th>
            <th scope="col">
              <Trans>Status</Trans>
            </th>
            <th scope="col">
              <Trans>Recorded</Trans>
            </th>
            <th scope="col">
              <span className="visually-hidden">
                <Trans>Actions</Trans>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {measurements.map((figure) => (
            <FigureRow
              key={figure.id}
              figure={figure}
              kpi={kpi}
              timeZone={timeZone}
              decidesFor={decidesFor}
              proposals={figure.current ? proposed.filter(({ period }) => period === figure.period) : []}
              onCorrect={mayCorrect === "yes" && kpi.rolledFrom.length === 0 ? () => setCorrecting(figure) : null}
            />
          ))}
        </tbody>
      </table>
      {correcting === null ? null : (
        <Suspense fallback={null}>
          <CorrectDialog
            key={correcting.id}
            slug={slug}
            kpi={kpi}
            figure={correcting}
            onClose={() => setCorrecting(null)}
          />
        </Suspense>
      )}
    </>
  );
}

interface FigureRowProps {
  readonly figure: HistoryFigure;
  readonly kpi: HistoryKpi;
  readonly timeZone: string;
  readonly proposals: readonly HistoryCorrection[];
  readonly decidesFor: Side | null;
  readonly onCorrect: (() => void) | null;
}

function FigureRow({ figure, kpi, timeZone, proposals, decidesFor, onCorrect }: FigureRowProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const originWord = useOriginWord();
  const period = format.periodLong(figure.period);
  return (
    <tr data-current={figure.current ? "" : undefined}>
      <th scope="row">{figure.current ? period : <span className="visually-hidden">{period}</span>}</th>
      <td className={styles.number}>
        {figure.noActivity ? (
          <span className={styles.none}>
            <Trans>no activity</Trans>
          </span>
        ) : (
          <span className={styles.value}>{format.figure(figure.value, kpi)}</span>
        )}
        {figure.numerator == null || figure.denominator == null ? null : (
          <small>
            {figure.numerator} / {figure.denominator}
          </small>
        )}
      </td>
      <td>
        {figure.current ? (
          <StatusMark status={figure.status} />
        ) : (
          <span className={styles.none}>
            <Trans>superseded</Trans>
          </span>
        )}
      </td>
      <td className={styles.recorded}>
        <p>
          {figure.recordedBy.displayName}, {format.moment(figure.recordedAt)} · {originWord(figure.origin)}
          {figure.revision > 1 ? (
            <>
              {" · "}
              <Trans>revision {figure.revision}</Trans>
            </>
          ) : null}
        </p>
        {figure.reason == null ? null : <p className={styles.reason}>“{figure.reason}”</p>}
        {figure.approvedBy == null ? null : (
          <p>
            <Trans>approved by {figure.approvedBy.displayName}</Trans>
          </p>
        )}
        {proposals.map((correction) => (
          <div key={correction.id} className={styles.proposal}>
            <p>
              <strong>
                <Trans>
                  Proposed instead: {correction.value == null ? t`no activity` : format.figure(correction.value, kpi)}
                </Trans>
              </strong>{" "}
              · {correction.proposedBy.displayName}, {format.date(correction.proposedAt)}
            </p>
            <p className={styles.reason}>“{correction.reason}”</p>
            {decidesFor !== null && correction.proposedBy.side !== decidesFor ? (
              <CorrectionDecision correction={correction} kpi={kpi} />
            ) : null}
          </div>
        ))}
      </td>
      <td className={styles.actions} data-print="hide">
        {onCorrect === null || !figure.current || proposals.length > 0 ? null : (
          <Button size="small" look="quiet" aria-label={t`Correct ${period}`} onPress={onCorrect}>
            <Trans>Correct…</Trans>
          </Button>
        )}
      </td>
    </tr>
  );
}
