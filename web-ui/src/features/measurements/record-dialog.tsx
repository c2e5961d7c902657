import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { Link } from "wouter";
import type { MeasurementInput } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import type { Period } from "~/lib/scalars";
import { errorOf, errorsBesides, type UserError } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { notify } from "~/ui/notices";
import { EmptyState, ErrorState, Loading, Skeleton } from "~/ui/state";
import { WriteProblems } from "~/ui/write-problems";
import { type Entry, emptyEntry, modesOf, readEntry } from "./entry";
import { EntryFields } from "./entry-fields";
import { missingPeriods } from "./missing";
import styles from "./record-dialog.module.css";
import { useRecordFigures } from "./record-figures";
import { type Sheet, type SheetKpi, useSheet } from "./sheet";

interface RecordDialogProps {
  readonly slug: string;
  /** Only this KPI's figures; all when absent. */
  readonly kpi?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for the figures that are missing, KPI by KPI. What is typed stays until it is recorded, also while it is closed. */
export function RecordDialog({ slug, kpi, isOpen, onClose }: RecordDialogProps) {
  const { t, i18n } = useLingui();
  const form = useId();
  const [entries, setEntries] = useState<ReadonlyMap<string, Entry>>(new Map());
  const recording = useRecordFigures();
  const close = () => {
    recording.clear();
    onClose();
  };
  const recorded = (count: number) => {
    setEntries(new Map());
    notify({
      kind: "done",
      text: i18n._(count === 1 ? t`One figure recorded.` : t`${String(count)} figures recorded.`),
    });
    close();
  };
  return (
    <Dialog
      title={t`Record figures`}
      shape="side"
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={recording.sending === "yes"}>
            <Trans>Record</Trans>
          </Button>
        </>
      }
    >
      <Content
        slug={slug}
        {...(kpi === undefined ? {} : { only: kpi })}
        form={form}
        entries={entries}
        onEntries={setEntries}
        recording={recording}
        onRecorded={recorded}
      />
    </Dialog>
  );
}

interface ContentProps {
  readonly slug: string;
  readonly only?: string;
  readonly form: string;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly onEntries: (entries: ReadonlyMap<string, Entry>) => void;
  readonly recording: ReturnType<typeof useRecordFigures>;
  readonly onRecorded: (count: number) => void;
}

function Content(props: ContentProps) {
  const reading = useSheet(props.slug);
  switch (reading.kind) {
    case "loading":
      return (
        <Loading>
          <Skeleton height="4rem" />
          <Skeleton height="4rem" />
          <Skeleton height="4rem" />
        </Loading>
      );
    case "unreachable":
      return (
        <ErrorState title={<Trans>The figures can't be read</Trans>} onRetry={reading.retry}>
          <Trans>KPIs did not answer. Nothing you typed is lost.</Trans>
        </ErrorState>
      );
    case "absent":
      return <EmptyState title={<Trans>There is nothing to record here</Trans>} />;
    case "read":
      return <RecordForm {...props} sheet={reading.sheet} />;
  }
}

interface Line {
  readonly key: string;
  readonly kpi: SheetKpi;
  readonly period: Period;
}

/** The gaps, and whatever was typed: a figure that somebody else recorded meanwhile doesn't take one's own away. */
function linesOf(sheet: Sheet, only: string | undefined, entries: ReadonlyMap<string, Entry>): readonly Line[] {
  return sheet.kpis
    .filter((kpi) => kpi.rolledFrom.length === 0 && (only === undefined || kpi.slug === only))
    .flatMap((kpi) => {
      const known = sheet.knownOf(kpi.slug);
      const gaps = missingPeriods({ frequency: kpi.frequency, known, date: sheet.today, window: 13, limit: 3 });
      const typed = [...entries.keys()]
        .filter((key) => key.startsWith(`${kpi.slug}/`))
        .map((key) => key.slice(kpi.slug.length + 1));
      return [...new Set([...gaps, ...typed])].sort().map((period) => ({ key: `${kpi.slug}/${period}`, kpi, period }));
    });
}

function RecordForm({
  slug,
  only,
  form,
  entries,
  onEntries,
  recording,
  onRecorded,
  sheet,
}: ContentProps & { sheet: Sheet }) {
  const format = useFormat();
  const [checked, setChecked] = useState<"no" | "yes">("no");
  const [sent, setSent] = useState<readonly string[]>([]);
  const lines = linesOf(sheet, only, entries);
  const entryOf = (line: Line) => entries.get(line.key) ?? emptyEntry(line.kpi.aggregation);
  const read = lines.map((line) => ({ line, reading: readEntry(entryOf(line), format.locale) }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked("yes");
    if (read.some(({ reading }) => reading.kind === "wrong")) return;
    const filled = read.flatMap(({ line, reading }) =>
      reading.kind === "figure" ? [{ line, figure: reading.figure }] : [],
    );
    if (filled.length === 0) return;
    setSent(filled.map(({ line }) => line.key));
    const measurements: MeasurementInput[] = filled.map(({ line, figure }) => ({
      kpi: line.kpi.slug,
      period: line.period,
      figure,
    }));
    const done = await recording.send({ partnership: slug, measurements });
    if (done !== null) onRecorded(done.recordedCount + done.unchangedCount);
  };

  if (lines.length === 0) {
    return (
      <EmptyState
        title={<Trans>Every figure is in</Trans>}
        action={
          <Link href={`/p/${slug}/figures`}>
            <Trans>Open the figures as a table</Trans>
          </Link>
        }
      >
        <Trans>No period that is over lacks a figure.</Trans>
      </EmptyState>
    );
  }
  const wrong = read.filter(({ reading }) => reading.kind === "wrong").length;
  return (
    <form id={form} className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lead}>
        <Plural
          value={lines.length}
          one="One figure is missing. Leave it empty if you don't have it yet."
          other="# figures are missing. Leave empty what you don't have yet."
        />
      </p>
      {lines.map((line) => (
        <fieldset key={line.key} className={styles.line}>
          <legend>
            <strong>{line.kpi.displayName}</strong> <span>{format.periodLong(line.period)}</span>
          </legend>
          <EntryFields
            entry={entryOf(line)}
            onChange={(entry) => onEntries(new Map(entries).set(line.key, entry))}
            modes={modesOf(line.kpi.aggregation)}
            subject={`${line.kpi.displayName}, ${format.period(line.period)}`}
            unit={format.unit(line.kpi)}
            checked={checked}
            errorOf={(field) => lineError(recording.userErrors, sent.indexOf(line.key), field)}
          />
        </fieldset>
      ))}
      {checked === "yes" && wrong > 0 ? (
        <p className={styles.wrong} role="alert">
          <Plural value={wrong} one="One entry is no number yet." other="# entries are no numbers yet." />
        </p>
      ) : null}
      <WriteProblems
        errors={errorsBesides(
          recording.userErrors,
          sent.map((_, index) => `measurements.${index}`),
        )}
        unanswered={recording.unanswered}
      />
    </form>
  );
}

/** What was said of a field of a line that was sent; what was said of its period or KPI stands at its first field. */
function lineError(
  errors: readonly UserError[],
  index: number,
  field: "value" | "numerator" | "denominator",
): string | null {
  if (index < 0) return null;
  const line = `measurements.${index}`;
  const own = errorOf(errors, `${line}.figure.${field}`);
  if (own !== null || field === "denominator") return own;
  const elsewhere = errors.filter(
    (error) =>
      error.field === line ||
      error.field === `${line}.figure` ||
      error.field?.startsWith(`${line}.kpi`) ||
      error.field?.startsWith(`${line}.period`),
  );
  return elsewhere.length === 0 ? null : elsewhere.map(({ message }) => message).join(" ");
}
