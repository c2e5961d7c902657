import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { dateIn, momentIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import styles from "./as-of-picker.module.css";

interface AsOfPickerProps {
  /** The moment shown; null for now. */
  readonly asOf: DateTime | null;
  readonly onChange: (asOf: DateTime | null) => void;
  /** The partnership's zone, in which days end. */
  readonly timeZone: string;
}

/** Leads to the page as it was known at the end of a day. */
export function AsOfPicker({ asOf, onChange, timeZone }: AsOfPickerProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const now = new Date();
  const today = dateIn(timeZone, now);
  const [date, setDate] = useState(asOf === null ? "" : dateIn(timeZone, new Date(asOf)));
  const [error, setError] = useState<string | null>(null);

  const show = (day: string) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return setError(t`Choose a day.`);
    if (day > today) return setError(t`That day is still to come.`);
    setError(null);
    onChange(day === today ? null : momentIn(timeZone, { date: day, time: "23:59:59" }).toISOString());
  };

  return (
    <DialogTrigger>
      <Button look="quiet" icon="clock" size="small">
        {asOf === null ? <Trans>As of now</Trans> : <Trans>As of {format.date(asOf)}</Trans>}
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ""} aria-label={t`Show the page as it was known then`}>
          {({ close }) => (
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault();
                show(date);
                if (/^\d{4}-\d\d-\d\d$/.test(date) && date <= today) close();
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
                  <Button
                    key={day}
                    size="small"
                    onPress={() => {
                      setDate(day);
                      show(day);
                      close();
                    }}
                  >
                    {format.date(momentIn(timeZone, { date: day, time: "12:00:00" }))}
                  </Button>
                ))}
              </div>
              <div className={styles.buttons}>
                {asOf === null ? null : (
                  <Button
                    onPress={() => {
                      onChange(null);
                      close();
                    }}
                  >
                    <Trans>Back to now</Trans>
                  </Button>
                )}
                <Button look="primary" type="submit">
                  <Trans>Show</Trans>
                </Button>
              </div>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** A week ago and the ends of the last two months, as dates. */
function shortcuts(today: string): readonly string[] {
  const start = new Date(`${today}T00:00:00Z`);
  const day = (date: number) => new Date(date).toISOString().slice(0, 10);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  return [day(start.getTime() - 7 * 86_400_000), day(Date.UTC(year, month, 0)), day(Date.UTC(year, month - 1, 0))];
}
