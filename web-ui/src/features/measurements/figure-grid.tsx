import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ClipboardEvent, lazy, Suspense, useEffect, useId, useState } from "react";
import type { Frequency } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorsBesides } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { notify } from "~/ui/notices";
import { WriteProblems } from "~/ui/write-problems";
import { cellError, cellKey, cellOf, type Draft, readDraft, withText } from "./draft-figures";
import { FigureCell } from "./figure-cell";
import styles from "./figure-grid.module.css";
import { moveInGrid } from "./grid-keys";
import { endedPeriods, periodOn } from "./missing";
import { type GridPlace, layOut, parseClipboard } from "./paste";
import { useRecordFigures } from "./record-figures";
import type { Sheet, SheetFigure, SheetKpi } from "./sheet";

const CorrectDialog = lazy(() => import("./correct-dialog").then((module) => ({ default: module.CorrectDialog })));

const endedShown = 12;

const headings = {
  DAILY: msg`Daily`,
  WEEKLY: msg`Weekly`,
  MONTHLY: msg`Monthly`,
  QUARTERLY: msg`Quarterly`,
} as const;

interface FigureGridProps {
  readonly slug: string;
  readonly sheet: Sheet;
  readonly frequency: Frequency;
}

/**
 * KPIs down, periods across. Arrow keys and Enter lead from cell to cell, a block copied from a spreadsheet is pasted where one
 * stands, and nothing is recorded before one says so. What is typed stays, whatever else changes.
 */
export function FigureGrid({ slug, sheet, frequency }: FigureGridProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const id = useId();
  const [draft, setDraft] = useState<Draft>(new Map());
  const [sent, setSent] = useState<readonly string[]>([]);
  const [remark, setRemark] = useState<string | null>(null);
  const [correcting, setCorrecting] = useState<{ kpi: SheetKpi; figure: SheetFigure } | null>(null);
  const recording = useRecordFigures();
  useWarningOnLeaving(draft.size > 0);

  const kpis = sheet.kpis.filter((kpi) => kpi.frequency === frequency);
  const periods = [...endedPeriods(frequency, sheet.today, endedShown), periodOn(frequency, sheet.today)];
  const reading = readDraft(draft, format.locale);
  const errorAt = (key: string) =>
    cellError(recording.userErrors, sent, key) ?? (reading.wrong.includes(key) ? t`This is no figure.` : null);
  const troubled = [...draft.keys()].filter((key) => errorAt(key) !== null);

  const paste = (event: ClipboardEvent, at: GridPlace) => {
    const cells = parseClipboard(event.clipboardData.getData("text/plain"));
    if (cells.length === 1 && cells[0]?.length === 1) return; // one cell is pasted by the browser
    event.preventDefault();
    const { placed, outside } = layOut(cells, at, { rows: kpis.length, columns: periods.length });
    let next = draft;
    let taken = 0;
    for (const { row, column, text } of placed) {
      const [kpi, period] = [kpis[row], periods[column]];
      if (kpi === undefined || period === undefined) continue;
      if (kpi.rolledFrom.length > 0 || sheet.figureOf(kpi.slug, period)) taken++;
      else next = withText(next, cellKey({ kpi: kpi.slug, period }), text);
    }
    setDraft(next);
    setRemark(pasteRemark(taken, outside));
  };
  const pasteRemark = (taken: number, outside: number): string | null => {
    const parts = [
      ...(taken > 0 ? [t`${String(taken)} pasted cells lie on figures that are there already and were left out.`] : []),
      ...(outside > 0 ? [t`${String(outside)} pasted cells lie outside the table and were left out.`] : []),
    ];
    return parts.length === 0 ? null : parts.join(" ");
  };

  const record = async () => {
    if (reading.wrong.length > 0 || reading.measurements.length === 0) return;
    setSent(reading.keys);
    const done = await recording.send({ partnership: slug, measurements: [...reading.measurements] });
    if (done === null) return;
    setDraft(new Map());
    setRemark(null);
    const count = done.recordedCount + done.unchangedCount;
    notify({ kind: "done", text: count === 1 ? t`One figure recorded.` : t`${String(count)} figures recorded.` });
  };

  return (
    <section className={styles.section} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`} className={styles.heading}>
        {i18n._(headings[frequency])}
      </h2>
      <div className={styles.scroll}>
        <table className={styles.grid} onKeyDown={moveInGrid}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>KPI</Trans>
              </th>
              {periods.map((period, column) => (
                <th key={period} scope="col" data-running={column === periods.length - 1 ? "" : undefined}>
                  {format.period(period)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kpis.map((kpi, row) => (
              <tr key={kpi.id}>
                <th scope="row">
                  {kpi.displayName}{" "}
                  <small>{kpi.rolledFrom.length > 0 ? <Trans>computed</Trans> : format.unit(kpi)}</small>
                </th>
                {periods.map((period, column) => {
                  const key = cellKey({ kpi: kpi.slug, period });
                  const figure = sheet.figureOf(kpi.slug, period);
                  return (
                    <FigureCell
                      key={period}
                      kpi={kpi}
                      period={period}
                      place={{ row, column }}
                      figure={figure}
                      text={draft.get(key) ?? ""}
                      onText={sheet.mayRecord === "yes" ? (text) => setDraft(withText(draft, key, text)) : null}
                      onPaste={paste}
                      error={errorAt(key)}
                      errorId={`${id}-${key}`}
                      onCorrect={
                        sheet.mayCorrect === "yes" && figure !== undefined ? () => setCorrecting({ kpi, figure }) : null
                      }
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet.mayRecord === "yes" && draft.size === 0 && remark === null ? (
        <p className={styles.hint}>
          <Trans>
            Type or paste into empty cells: 93.5 for a figure, 45/48 for a fraction, - for a period without activity.
          </Trans>
        </p>
      ) : null}
      {remark === null ? null : (
        <p className={styles.remark} role="status">
          {remark}
        </p>
      )}
      {troubled.length === 0 ? null : (
        <div className={styles.errors} role="alert">
          <ul>
            {troubled.map((key) => {
              const cell = cellOf(key);
              const name = kpis.find((kpi) => kpi.slug === cell.kpi)?.displayName ?? cell.kpi;
              return (
                <li key={key} id={`${id}-${key}`}>
                  <strong>
                    {name}, {format.period(cell.period)}
                  </strong>{" "}
                  {errorAt(key)}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <WriteProblems
        errors={errorsBesides(
          recording.userErrors,
          sent.map((_, index) => `measurements.${index}`),
        )}
        unanswered={recording.unanswered}
      />
      {draft.size === 0 ? null : (
        <div className={styles.bar}>
          <p>
            <Plural
              value={draft.size}
              one="One figure typed, not recorded yet."
              other="# figures typed, not recorded yet."
            />
          </p>
          <Button
            look="quiet"
            onPress={() => {
              setDraft(new Map());
              setRemark(null);
              recording.clear();
            }}
          >
            <Trans>Discard</Trans>
          </Button>
          <Button
            look="primary"
            isDisabled={reading.wrong.length > 0}
            isPending={recording.sending === "yes"}
            onPress={record}
          >
            <Trans>Record</Trans>
          </Button>
        </div>
      )}
      {correcting === null ? null : (
        <Suspense fallback={null}>
          <CorrectDialog
            slug={slug}
            kpi={correcting.kpi}
            figure={correcting.figure}
            onClose={() => setCorrecting(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Lets the browser ask before what is typed would be lost with the page. */
function useWarningOnLeaving(warns: boolean): void {
  useEffect(() => {
    if (!warns) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [warns]);
}
