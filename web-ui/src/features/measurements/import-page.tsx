import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useRef, useState } from "react";
import { Link } from "wouter";
import { useFormat } from "~/lib/format";
import { newId } from "~/lib/ids";
import { Button } from "~/ui/button";
import { EmptyState, ErrorState, Loading, Skeleton } from "~/ui/state";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import figures from "./figures-page.module.css";
import { type ImportAnswer, type ImportReport, largestFile, sendImport } from "./import-file";
import styles from "./import-page.module.css";
import { ImportRows } from "./import-rows";
import { endedPeriods } from "./missing";
import { type Sheet, useSheet } from "./sheet";

interface ImportPageProps {
  readonly slug: string;
  /** Said when there is no such partnership. */
  readonly absent: ReactNode;
}

/** Figures from a file or from the clipboard: first what they would do, row by row; then all of them or none. */
export function ImportPage({ slug, absent }: ImportPageProps) {
  const reading = useSheet(slug);
  switch (reading.kind) {
    case "loading":
      return (
        <Loading>
          <Skeleton width="16rem" height="2rem" />
          <Skeleton height="16rem" />
        </Loading>
      );
    case "absent":
      return absent;
    case "unreachable":
      return (
        <ErrorState stands="page" title={<Trans>Figures can't be imported now</Trans>} onRetry={reading.retry}>
          <Trans>KPIs did not answer. What was recorded before is safe.</Trans>
        </ErrorState>
      );
    case "read":
      return reading.sheet.mayRecord === "yes" ? (
        <Import slug={slug} sheet={reading.sheet} />
      ) : (
        <EmptyState
          stands="page"
          title={<Trans>You may not record figures here</Trans>}
          action={<Link href={`/p/${slug}`}>{reading.sheet.partnership}</Link>}
        >
          <Trans>Figures are recorded by the OPS people of both sides.</Trans>
        </EmptyState>
      );
  }
}

type Step = "writing" | "sending" | "answered";

function Import({ slug, sheet }: { slug: string; sheet: Sheet }) {
  const { t } = useLingui();
  const file = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState("");
  const [key, setKey] = useState(newId);
  const [fileName, setFileName] = useState<string | null>(null);
  const [step, setStep] = useState<Step>("writing");
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [fileError, setFileError] = useState<string | null>(null);

  const write = (text: string, name: string | null) => {
    setCsv(text);
    setKey(newId());
    setFileName(name);
    setFileError(null);
    setAnswer(null);
    setStep("writing");
  };
  const send = async (commitKey: string | null) => {
    setStep("sending");
    setAnswer(await sendImport({ slug, csv, commitKey }));
    setStep("answered");
  };
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    if (chosen.size > largestFile) {
      setFileError(t`${chosen.name} is larger than 5 MB. Split it and import the parts.`);
      return;
    }
    write(await chosen.text(), chosen.name);
  };
  const report = answer?.kind === "report" ? answer.report : null;

  return (
    <div className={figures.page}>
      <title>{`${t`Import figures`} · ${sheet.partnership} · Drumbeat`}</title>
      <header className={figures.header}>
        <p className={figures.crumbs}>
          <Link href={`/p/${slug}`}>{sheet.partnership}</Link>
        </p>
        <h1>
          <Trans>Import figures</Trans>
        </h1>
        <p className={figures.links}>
          <Link href={`/p/${slug}/figures`}>
            <Trans>Figures as a table</Trans>
          </Link>
        </p>
      </header>
      {report?.committed === true ? (
        <Imported slug={slug} report={report} onMore={() => write("", null)} />
      ) : (
        <>
          <section className={styles.source}>
            <TextField
              label={t`Paste from a spreadsheet, or type`}
              value={csv}
              onChange={(text) => write(text, null)}
              lines={10}
              spellCheck="false"
              placeholder={example(sheet)}
              hint={fileName === null ? null : t`From ${fileName}`}
              error={fileError}
            />
            <Help sheet={sheet} />
          </section>
          <div className={styles.buttons}>
            <input
              ref={file}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              hidden
              aria-hidden="true"
              tabIndex={-1}
              onChange={(event) => {
                take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
            <Button icon="upload" onPress={() => file.current?.click()}>
              <Trans>Choose a file…</Trans>
            </Button>
            <Button
              look={report === null ? "primary" : "secondary"}
              isDisabled={csv.trim() === ""}
              isPending={step === "sending"}
              onPress={() => send(null)}
            >
              <Trans>Check</Trans>
            </Button>
          </div>
          <WriteProblems
            errors={answer?.kind === "refused" ? [{ code: "REFUSED", message: answer.message }] : []}
            unanswered={answer?.kind === "unreachable" ? "yes" : "no"}
          />
          {report === null ? null : (
            <Preview report={report} sending={step === "sending" ? "yes" : "no"} onCommit={() => send(key)} />
          )}
        </>
      )}
    </div>
  );
}

function Help({ sheet }: { sheet: Sheet }) {
  const format = useFormat();
  return (
    <aside className={styles.help}>
      <p>
        <Trans>
          The first row names the columns: kpi, period, and value or numerator and denominator. For a period without
          activity the value is “no activity”.
        </Trans>
      </p>
      <p>
        <Trans>KPIs of this partnership:</Trans>
      </p>
      <ul>
        {sheet.kpis
          .filter((kpi) => kpi.rolledFrom.length === 0)
          .map((kpi) => (
            <li key={kpi.id}>
              <code>{kpi.slug}</code> {kpi.displayName}
              {format.unit(kpi) === "" ? null : `, ${format.unit(kpi)}`}
            </li>
          ))}
      </ul>
    </aside>
  );
}

interface ImportedProps {
  readonly slug: string;
  readonly report: ImportReport;
  readonly onMore: () => void;
}

function Imported({ slug, report, onMore }: ImportedProps) {
  return (
    <EmptyState
      title={<Plural value={report.newRows} one="One figure imported" other="# figures imported" />}
      action={
        <p className={styles.done}>
          <Link href={`/p/${slug}`}>
            <Trans>See the page</Trans>
          </Link>
          <Button onPress={onMore}>
            <Trans>Import more</Trans>
          </Button>
        </p>
      }
    >
      {report.unchangedRows === 0 ? null : (
        <Plural value={report.unchangedRows} one="One was there already." other="# were there already." />
      )}
    </EmptyState>
  );
}

interface PreviewProps {
  readonly report: ImportReport;
  readonly sending: "no" | "yes";
  readonly onCommit: () => void;
}

function Preview({ report, sending, onCommit }: PreviewProps) {
  const ready = report.errorRows === 0 && report.newRows > 0;
  return (
    <section className={styles.preview} aria-live="polite">
      <div className={styles.summary}>
        <p>
          <strong>
            <Plural value={report.newRows} one="One new figure" other="# new figures" />
          </strong>
          {" · "}
          <Plural value={report.unchangedRows} one="one is there already" other="# are there already" />
          {" · "}
          <span data-wrong={report.errorRows > 0 ? "" : undefined}>
            <Plural value={report.errorRows} one="one row is wrong" other="# rows are wrong" />
          </span>
        </p>
        {ready ? (
          <Button look="primary" isPending={sending === "yes"} onPress={onCommit}>
            <Plural value={report.newRows} one="Import this figure" other="Import all # figures" />
          </Button>
        ) : (
          <p className={styles.blocked}>
            {report.errorRows > 0 ? (
              <Trans>Nothing is imported while a row is wrong. Correct the rows above and check again.</Trans>
            ) : (
              <Trans>There is nothing new in it.</Trans>
            )}
          </p>
        )}
      </div>
      <ImportRows report={report} />
    </section>
  );
}

/** A file as it could be, with this partnership's own KPIs. */
function example(sheet: Sheet): string {
  const kpi = sheet.kpis.find((candidate) => candidate.rolledFrom.length === 0);
  const period = kpi === undefined ? "2026-10" : (endedPeriods(kpi.frequency, sheet.today, 1)[0] ?? "2026-10");
  const name = kpi?.slug ?? "on-time-delivery";
  return kpi?.aggregation === "RATIO"
    ? `kpi,period,numerator,denominator\n${name},${period},45,48`
    : `kpi,period,value\n${name},${period},93.5`;
}
