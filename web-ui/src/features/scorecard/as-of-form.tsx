import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { dateIn, momentIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import styles from "./as-of-picker.module.css";

interface AsOfFormProps {
  readonly asOf: DateTime | null;
  readonly timeZone: string;
  /** Null is now. */
  readonly onChosen: (asOf: DateTime | null) => void;
}

/** Asks for a day; a page is shown as it was known at its end. */
export function AsOfForm({ asOf, timeZone, onChosen }: AsOfFormProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const today = dateIn(timeZone, new Date());
  const [date, setDate] = useState(asOf === null ? "" : dateIn(timeZone, new Date(asOf)));
  const [error, setError] = useState<string | null>(null);

  const choose = (day: string) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) setError(t`Choose a day.`);
    else if (day > today) setError(t`That day is still to come.`);
    else onChosen(day === today ? null : momentIn(timeZone, { date: day, time: "23:59:59" }).toISOString());
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        choose(date);
      }}
    >
      <TextField
        label={t`As known at the end of`}
        type="date"
        value={date}
        onChange={setDate}
        error={error}
        hint={t`Values, targets and reds as they were known that day.`}
      />
      <div className={styles.quick}>
        {shortcuts(today).map((day) => (
          <Button key={day} size="small" onPress={() => choose(day)}>
            {format.date(momentIn(timeZone, { date: day, time: "12:00:00" }))}
          </Button>
        ))}
      </div>
      <div className={styles.buttons}>
        {asOf === null ? null : (
          <Button onPress={() => onChosen(null)}>
            <Trans>Back to now</Trans>
          </Button>
        )}
        <Button look="primary" type="submit">
          <Trans>Show</Trans>
        </Button>
      </div>
    </form>
  );
}

/** A week ago and the ends of the last two months, as dates. */
function shortcuts(today: string): readonly string[] {
  const start = new Date(`${today}T00:00:00Z`);
  const day = (date: number) => new Date(date).toISOString().slice(0, 10);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  return [day(start.getTime() - 7 * 86_400_000), day(Date.UTC(year, month, 0)), day(Date.UTC(year, month - 1, 0))];
}
