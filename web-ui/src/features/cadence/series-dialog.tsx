import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import type { PatternKind, ScheduleInput, SeriesKind, Weekday } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import type { ListedSeries } from "./meetings-page";
import { inDays } from "./outcome-forms";
import { useScheduleWords, weekdayName, weekdays } from "./schedule-words";
import styles from "./series-dialog.module.css";

const CreateMeetingSeriesMutation = graphql(`
  mutation CreateMeetingSeries($input: CreateMeetingSeriesInput!) {
    createMeetingSeries(input: $input) {
      series {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const UpdateMeetingSeriesMutation = graphql(`
  mutation UpdateMeetingSeries($input: UpdateMeetingSeriesInput!) {
    updateMeetingSeries(input: $input) {
      series {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const EndMeetingSeriesMutation = graphql(`
  mutation EndMeetingSeries($input: EndMeetingSeriesInput!) {
    endMeetingSeries(input: $input) {
      series {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const PreviewScheduleQuery = graphql(`
  query PreviewSchedule($input: PreviewScheduleInput!) {
    previewSchedule(input: $input) {
      starts
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface SeriesDialogProps {
  readonly partnership: { readonly slug: string; readonly timeZone: string };
  /** Null for a new one. */
  readonly series: ListedSeries | null;
  readonly onClose: () => void;
}

const changed = ["MeetingSeries", "Meeting", "Cadence"];
const ordinals = ["1", "2", "3", "4", "-1", "-2"] as const;

/** When meetings come back, said in words while it is chosen, with the next dates it would give. */
export function SeriesDialog({ partnership, series, onClose }: SeriesDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const words = useScheduleWords();
  const creating = useWrite(CreateMeetingSeriesMutation, changed);
  const updating = useWrite(UpdateMeetingSeriesMutation, changed);
  const write = series === null ? creating : updating;
  const before = series?.schedule ?? null;
  const [name, setName] = useState(series?.displayName ?? "");
  const [kind, setKind] = useState<SeriesKind>(series?.kind ?? "OTHER");
  const [schedule, setSchedule] = useState<Chosen>(() => before ?? fresh(partnership.timeZone));
  const [reason, setReason] = useState("");
  const [step, setStep] = useState<"edit" | "end">("edit");
  const input = inputOf(schedule);
  const rescheduled = before !== null && JSON.stringify(input) !== JSON.stringify(inputOf(before));

  const submit = async () => {
    const where = { partnership: partnership.slug };
    const done =
      series === null
        ? await creating.send({ ...where, kind, displayName: name.trim(), schedule: input })
        : await updating.send({
            ...where,
            series: series.slug,
            revision: series.revision,
            displayName: name.trim(),
            schedule: rescheduled ? input : null,
            reason: reason.trim() === "" ? null : reason.trim(),
          });
    if (done !== null) onClose();
  };
  const errors = write.userErrors;

  if (step === "end" && series !== null) {
    return <EndSeriesDialog slug={partnership.slug} series={series} onBack={() => setStep("edit")} onEnded={onClose} />;
  }
  return (
    <Dialog
      title={series === null ? t`New series` : t`Change the series`}
      shape="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          {series === null ? null : (
            <Button look="quiet" onPress={() => setStep("end")}>
              <Trans>End the series…</Trans>
            </Button>
          )}
          <Button onPress={onClose}>
            <Trans>Back</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={write.sending === "yes"}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        noValidate
      >
        <p className={styles.words} aria-live="polite">
          {words(schedule)}
        </p>
        <div className={styles.pair}>
          <TextField
            label={t`Name`}
            value={name}
            onChange={setName}
            maxLength={80}
            autoFocus={series === null}
            error={errorOf(errors, "displayName")}
          />
          {series === null ? <KindSelect kind={kind} onKind={setKind} /> : null}
        </div>
        <ScheduleFields
          schedule={schedule}
          onChange={(part) => setSchedule({ ...schedule, ...part })}
          error={errorOf(errors, "schedule")}
        />
        <Preview slug={partnership.slug} schedule={input} />
        {rescheduled ? (
          <TextField
            label={t`Why?`}
            value={reason}
            onChange={setReason}
            maxLength={500}
            hint={t`Both sides read it.`}
            error={errorOf(errors, "reason")}
          />
        ) : null}
        <WriteProblems
          errors={errorsBesides(errors, ["displayName", "schedule", "reason"])}
          unanswered={write.unanswered}
        />
      </form>
    </Dialog>
  );
}

interface EndSeriesDialogProps {
  readonly slug: string;
  readonly series: ListedSeries;
  readonly onBack: () => void;
  readonly onEnded: () => void;
}

function EndSeriesDialog({ slug, series, onBack, onEnded }: EndSeriesDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const ending = useWrite(EndMeetingSeriesMutation, changed);
  const [reason, setReason] = useState("");
  const submit = async () => {
    const ended = await ending.send({
      partnership: slug,
      series: series.slug,
      revision: series.revision,
      reason: reason.trim(),
    });
    if (ended !== null) onEnded();
  };
  return (
    <Dialog
      title={t`End the series`}
      isOpen
      onClose={onBack}
      actions={
        <>
          <Button onPress={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button look="danger" type="submit" form={form} isPending={ending.sending === "yes"}>
            <Trans>End the series</Trans>
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>
          <Trans>No meeting of it starts any more; past ones stay.</Trans>
        </p>
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
          hint={t`Both sides read it.`}
          error={errorOf(ending.userErrors, "reason")}
        />
        <WriteProblems errors={errorsBesides(ending.userErrors, ["reason"])} unanswered={ending.unanswered} />
      </form>
    </Dialog>
  );
}

function KindSelect({ kind, onKind }: { kind: SeriesKind; onKind: (kind: SeriesKind) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Who comes?`}
      options={[
        { id: "OPS_SYNC", text: t`Operations of both sides` },
        { id: "LEADERSHIP_REVIEW", text: t`Leadership of both sides` },
        { id: "OTHER", text: t`Both` },
      ]}
      selected={kind}
      onSelect={onKind}
    />
  );
}

type Pattern = Omit<NonNullable<ListedSeries["schedule"]["pattern"]>, "__typename">;
type Chosen = Omit<ListedSeries["schedule"], "__typename" | "pattern"> & { readonly pattern: Pattern | null };

interface ScheduleFieldsProps {
  readonly schedule: Chosen;
  readonly onChange: (part: Partial<Chosen>) => void;
  readonly error: string | null;
}

function ScheduleFields({ schedule, onChange, error }: ScheduleFieldsProps) {
  const { t } = useLingui();
  const { pattern } = schedule;
  const [date = "", time = ""] = schedule.start.split("T");
  const change = (part: Partial<Pattern>) => onChange({ pattern: { ...(pattern ?? weekly), ...part }, rule: null });
  const kinds: readonly { id: PatternKind; text: string }[] = [
    { id: "ONCE", text: t`Once` },
    { id: "DAILY", text: t`By days` },
    { id: "WEEKLY", text: t`By weeks` },
    { id: "MONTHLY_BY_DAY", text: t`By months, on a date` },
    { id: "MONTHLY_BY_WEEKDAY", text: t`By months, on a weekday` },
  ];
  return (
    <>
      {pattern === null ? (
        <TextField
          label={t`Rule (RFC 5545)`}
          value={schedule.rule ?? ""}
          onChange={(rule) => onChange({ rule })}
          error={error}
        />
      ) : (
        <>
          <div className={styles.pair}>
            <Select
              label={t`Comes back`}
              options={kinds}
              selected={pattern.kind}
              onSelect={(kind) => change(defaultsOf(kind, date))}
            />
            {pattern.kind === "ONCE" ? null : (
              <TextField
                label={t`Every`}
                inputMode="numeric"
                value={String(pattern.interval)}
                onChange={(text) => change({ interval: Math.max(1, Math.min(52, Number.parseInt(text, 10) || 1)) })}
                affix={pattern.kind === "DAILY" ? t`days` : pattern.kind === "WEEKLY" ? t`weeks` : t`months`}
              />
            )}
          </div>
          <PatternDays pattern={pattern} onChange={change} />
          {error === null ? null : (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
        </>
      )}
      <div className={styles.four}>
        <TextField
          label={t`First on or after`}
          type="date"
          value={date}
          onChange={(text) => onChange({ start: `${text}T${time}` })}
        />
        <TextField
          label={t`Time`}
          type="time"
          value={time.slice(0, 5)}
          onChange={(text) => onChange({ start: `${date}T${text}` })}
        />
        <TextField
          label={t`Length`}
          inputMode="numeric"
          affix={t`min`}
          value={String(schedule.durationMinutes)}
          onChange={(text) => onChange({ durationMinutes: Math.min(480, Number.parseInt(text, 10) || 0) })}
        />
        <Select
          label={t`Time zone`}
          options={zones(schedule.timeZone)}
          selected={schedule.timeZone}
          onSelect={(timeZone) => onChange({ timeZone })}
        />
      </div>
    </>
  );
}

function PatternDays({ pattern, onChange }: { pattern: Pattern; onChange: (part: Partial<Pattern>) => void }) {
  const { t } = useLingui();
  const { locale } = useFormat();
  if (pattern.kind === "MONTHLY_BY_DAY") {
    return (
      <TextField
        label={t`Days of the month`}
        value={pattern.monthDays.join(", ")}
        hint={t`Such as 15, 30; -1 is the last day.`}
        onChange={(text) =>
          onChange({
            monthDays: text
              .split(/[^-\d]+/)
              .map(Number)
              .filter((date) => date === -1 || (date >= 1 && date <= 31)),
          })
        }
      />
    );
  }
  if (pattern.kind !== "WEEKLY" && pattern.kind !== "MONTHLY_BY_WEEKDAY") return null;
  const ordinalText: Readonly<Record<(typeof ordinals)[number], string>> = {
    "1": t`first`,
    "2": t`second`,
    "3": t`third`,
    "4": t`fourth`,
    "-1": t`last`,
    "-2": t`last but one`,
  };
  const toggle = (day: Weekday) =>
    onChange({
      weekdays: weekdays.filter((each) =>
        each === day ? !pattern.weekdays.includes(day) : pattern.weekdays.includes(each),
      ),
    });
  return (
    <div className={styles.pair}>
      {pattern.kind === "MONTHLY_BY_WEEKDAY" ? (
        <Select
          label={t`Which`}
          options={ordinals.map((id) => ({ id, text: ordinalText[id] }))}
          selected={ordinals.find((id) => Number(id) === pattern.ordinal) ?? null}
          onSelect={(id) => onChange({ ordinal: Number(id) })}
        />
      ) : null}
      <fieldset className={styles.days}>
        <legend>
          <Trans>On</Trans>
        </legend>
        {weekdays.map((day) => (
          <label key={day}>
            <input type="checkbox" checked={pattern.weekdays.includes(day)} onChange={() => toggle(day)} />
            <span>{weekdayName(day, locale, "short")}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Preview({ slug, schedule }: { slug: string; schedule: ScheduleInput }) {
  const format = useFormat(schedule.timeZone);
  const [{ data }] = useQuery({
    query: PreviewScheduleQuery,
    variables: { input: { partnership: slug, schedule, count: 4 } },
  });
  const preview = data?.previewSchedule;
  if (preview === undefined) return null;
  if (preview.userErrors.length > 0) {
    return (
      <p className={styles.error} role="alert">
        {preview.userErrors.map(({ message }) => message).join(" ")}
      </p>
    );
  }
  return (
    <p className={styles.preview}>
      <Trans>Next:</Trans> {preview.starts.map((start) => format.moment(start)).join(" · ")}
    </p>
  );
}

const weekly: Pattern = {
  kind: "WEEKLY",
  interval: 1,
  weekdays: ["TUESDAY"],
  monthDays: [],
  ordinal: 0,
  until: null,
  count: null,
};

function fresh(timeZone: string): Chosen {
  return { rule: null, pattern: weekly, start: `${inDays(timeZone, 1)}T09:00`, timeZone, durationMinutes: 45 };
}

/** A kind of pattern starts with days that make sense for the chosen date. */
function defaultsOf(kind: PatternKind, date: string): Partial<Pattern> {
  const first = new Date(`${date}T12:00:00Z`);
  const known = !Number.isNaN(first.getTime());
  const weekday = weekdays[known ? (first.getUTCDay() + 6) % 7 : 1] ?? "TUESDAY";
  const none = { kind, weekdays: [], monthDays: [], ordinal: 0 };
  switch (kind) {
    case "ONCE":
    case "DAILY":
      return none;
    case "WEEKLY":
      return { ...none, weekdays: [weekday] };
    case "MONTHLY_BY_DAY":
      return { ...none, monthDays: [known ? first.getUTCDate() : 1] };
    case "MONTHLY_BY_WEEKDAY":
      return { ...none, weekdays: [weekday], ordinal: 1 };
  }
}

function inputOf({ pattern, rule, start, timeZone, durationMinutes }: Chosen): ScheduleInput {
  const when = { start: start.slice(0, 16), timeZone, durationMinutes };
  if (pattern === null) return { ...when, rule, pattern: null };
  const { kind, interval, weekdays: on, monthDays, ordinal, until, count } = pattern;
  return {
    ...when,
    rule: null,
    pattern: { kind, interval, weekdays: [...on], monthDays: [...monthDays], ordinal, until, count },
  };
}

function zones(chosen: string): readonly { id: string; text: string }[] {
  const all = Intl.supportedValuesOf("timeZone");
  return [...new Set([chosen, "UTC", ...all])].map((id) => ({ id, text: id }));
}
