import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Segmented } from "~/ui/segmented";
import type { ImportReport, ImportRow } from "./import-file";
import styles from "./import-rows.module.css";

const columns = ["kpi", "period", "value", "numerator", "denominator"] as const;
type Column = (typeof columns)[number];

/** The rows of a file with what each would do; what is wrong stands under the cell that it is about. */
export function ImportRows({ report }: { report: ImportReport }) {
  const { t } = useLingui();
  const [shown, setShown] = useState<"all" | "wrong">(report.errorRows > 0 ? "wrong" : "all");
  const rows = shown === "all" ? report.preview : report.preview.filter((row) => row.outcome === "ERROR");
  const used = columns.filter(
    (column) =>
      column === "kpi" ||
      column === "period" ||
      report.preview.some((row) => !!row[column] || row.errors.some(({ field }) => field === column)),
  );
  const left = (shown === "all" ? report.rows : report.errorRows) - rows.length;
  return (
    <div className={styles.rows}>
      {report.errorRows === 0 ? null : (
        <Segmented
          label={t`Rows to show`}
          options={[
            { id: "wrong", text: t`Wrong rows` },
            { id: "all", text: t`All rows` },
          ]}
          selected={shown}
          onSelect={setShown}
        />
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">
            <Trans>Rows of the file</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Line</Trans>
              </th>
              {used.map((column) => (
                <th key={column} scope="col" data-numeric={isNumeric(column) ? "" : undefined}>
                  <ColumnName column={column} />
                </th>
              ))}
              <th scope="col">
                <Trans>What it does</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.line} row={row} used={used} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 ? (
        <p className={styles.left}>
          <Plural value={left} one="One more row is not shown." other="# more rows are not shown." />
        </p>
      ) : null}
    </div>
  );
}

function Row({ row, used }: { row: ImportRow; used: readonly Column[] }) {
  const elsewhere = row.errors.filter(({ field }) => !used.some((column) => column === field));
  return (
    <tr data-outcome={row.outcome}>
      <th scope="row">{row.line}</th>
      {used.map((column) => {
        const errors = row.errors.filter(({ field }) => field === column);
        return (
          <td
            key={column}
            data-numeric={isNumeric(column) ? "" : undefined}
            data-wrong={errors.length > 0 ? "" : undefined}
          >
            {column === "kpi" ? row.kpiDisplayName || row.kpi : row[column]}
            {errors.map(({ message }) => (
              <p key={message} className={styles.error}>
                {message}
              </p>
            ))}
          </td>
        );
      })}
      <td>
        {row.outcome === "NEW" ? (
          <Trans>is new</Trans>
        ) : row.outcome === "UNCHANGED" ? (
          <span className={styles.quiet}>
            <Trans>is there already</Trans>
          </span>
        ) : (
          <strong className={styles.error}>
            <Trans>is wrong</Trans>
          </strong>
        )}
        {elsewhere.map(({ message }) => (
          <p key={message} className={styles.error}>
            {message}
          </p>
        ))}
      </td>
    </tr>
  );
}

function ColumnName({ column }: { column: Column }) {
  switch (column) {
    case "kpi":
      return <Trans>KPI</Trans>;
    case "period":
      return <Trans>Period</Trans>;
    case "value":
      return <Trans>Figure</Trans>;
    case "numerator":
      return <Trans>Numerator</Trans>;
    case "denominator":
      return <Trans>Denominator</Trans>;
  }
}

function isNumeric(column: Column): boolean {
  return column !== "kpi" && column !== "period";
}
