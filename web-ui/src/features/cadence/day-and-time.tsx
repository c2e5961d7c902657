import { useLingui } from "@lingui/react/macro";
import { dateIn } from "~/lib/zone";
import { TextField } from "~/ui/text-field";

interface DayAndTimeProps {
  readonly label: string;
  /** As clocks of the zone show it, such as `2026-11-24T09:00`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
}

/** A day and a time of it, as two fields. */
export function DayAndTime({ label, value, onChange, error = null }: DayAndTimeProps) {
  const { t } = useLingui();
  const [date = "", time = ""] = value.split("T");
  return (
    <>
      <TextField
        label={label}
        type="date"
        value={date}
        onChange={(text) => onChange(`${text}T${time}`)}
        error={error}
      />
      <TextField
        label={t`Time`}
        type="time"
        value={time.slice(0, 5)}
        onChange={(text) => onChange(`${date}T${text}`)}
      />
    </>
  );
}

/** What the clocks of a zone show at a moment, such as `2026-11-24T09:00`. */
export function wallTimeIn(zone: string, moment: string): string {
  const at = new Date(moment);
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  return `${dateIn(zone, at)}T${time}`;
}
