import { Trans, useLingui } from "@lingui/react/macro";
import type { ClipboardEvent } from "react";
import { nothing, useFormat } from "~/lib/format";
import type { Period } from "~/lib/scalars";
import { StatusMark } from "~/ui/status-mark";
import styles from "./figure-grid.module.css";
import type { GridPlace } from "./paste";
import type { SheetFigure, SheetKpi } from "./sheet";

interface FigureCellProps {
  readonly kpi: SheetKpi;
  readonly period: Period;
  readonly place: GridPlace;
  readonly figure: SheetFigure | undefined;
  readonly text: string;
  /** Null for those who record nothing. */
  readonly onText: ((text: string) => void) | null;
  readonly onPaste: (event: ClipboardEvent, at: GridPlace) => void;
  readonly error: string | null;
  /** Where the error is said in words. */
  readonly errorId: string;
  readonly onCorrect: (() => void) | null;
}

/** A figure that is there, or room for one. What was typed stays typed even when somebody else fills the cell meanwhile. */
export function FigureCell(props: FigureCellProps) {
  const { kpi, period, place, figure, text, onText, onPaste, error, errorId, onCorrect } = props;
  const { t } = useLingui();
  const format = useFormat();
  const name = `${kpi.displayName}, ${format.periodLong(period)}`;
  const at = { "data-row": place.row, "data-column": place.column };

  if (figure !== undefined && text === "") {
    const content = <FigureText figure={figure} kpi={kpi} />;
    return (
      <td className={styles.filled}>
        {onCorrect === null || kpi.rolledFrom.length > 0 ? (
          content
        ) : (
          <button
            type="button"
            className={styles.correct}
            {...at}
            aria-label={t`Correct ${name}, now ${figure.noActivity ? t`no activity` : format.figure(figure.value, kpi)}`}
            onClick={onCorrect}
            onPaste={(event) => onPaste(event, place)}
          >
            {content}
          </button>
        )}
      </td>
    );
  }
  if (onText === null || kpi.rolledFrom.length > 0) return <td className={styles.nothing}>{nothing}</td>;
  return (
    <td className={styles.open}>
      <input
        className={styles.input}
        {...at}
        aria-label={name}
        aria-invalid={error !== null}
        {...(error === null ? {} : { "aria-describedby": errorId, title: error })}
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onPaste={(event) => onPaste(event, place)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onText("");
        }}
      />
      {figure === undefined ? null : (
        <small className={styles.meanwhile}>
          <Trans>now {figure.noActivity ? nothing : format.number(figure.value, kpi)}</Trans>
        </small>
      )}
    </td>
  );
}

function FigureText({ figure, kpi }: { figure: SheetFigure; kpi: SheetKpi }) {
  const format = useFormat();
  return (
    <span className={styles.figure}>
      {figure.status === "GREEN" || figure.status === "NO_DATA" ? null : (
        <StatusMark status={figure.status} tone="shape" />
      )}
      {figure.noActivity ? (
        <span className={styles.none}>
          <Trans comment="In a narrow table cell: no activity">none</Trans>
        </span>
      ) : (
        format.number(figure.value, kpi)
      )}
    </span>
  );
}
