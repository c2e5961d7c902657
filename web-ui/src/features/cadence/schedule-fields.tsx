import { Trans, useLingui } from "@lingui/react/macro";
import type { PatternKind, Weekday } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { DayAndTime } from "./day-and-time";
import { type Chosen, defaultsOf, type Pattern, weekly, zones } from "./schedule";
import { weekdayName, weekdays } from "./schedule-words";
import styles from "./series-dialog.module.css";

const ordinals = ["1", "2", "3", "4", "-1", "-2"] as const;

interface ScheduleFieldsProps {
  readonly schedule: Chosen;
  readonly onChange: (part: Partial<Chosen>) => void;
  readonly error: string | null;
}

/** How often, on which days, when, how long, by whose clocks. */
export function ScheduleFields({ schedule, onChange, error }: ScheduleFieldsProps) {
  const { t } = useLingui();
  const { pattern } = schedule;
  const [date = ""] = schedule.start.split("T");
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
        <DayAndTime label={t`First on or after`} value={schedule.start} onChange={(start) => onChange({ start })} />
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
