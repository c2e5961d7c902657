import { Plural } from "@lingui/react/macro";
import { Link } from "wouter";
import { useFormat } from "~/lib/format";
import { dateIn } from "~/lib/zone";
import { useStateWord } from "./meeting-words";
import styles from "./my-week-page.module.css";
import type { Week } from "./my-week-query";

/** Where the viewer is expected, day by day. */
export function WeekMeetings({ week, days }: { week: Week; days: readonly string[] }) {
  const format = useFormat();
  const word = useStateWord();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = new Intl.DateTimeFormat(format.locale, {
    weekday: "long",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const today = dateIn(zone, new Date());
  const byDay = days.map((date) => ({
    date,
    meetings: week.meetings.filter(({ meeting }) => dateIn(zone, new Date(meeting.startsAt)) === date),
  }));
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">
        <Plural value={week.meetings.length} _0="No meeting" one="# meeting" other="# meetings" />
      </h2>
      <ol className={styles.days}>
        {byDay.map(({ date, meetings }) => (
          <li
            key={date}
            data-today={date === today ? "" : undefined}
            data-empty={meetings.length === 0 ? "" : undefined}
          >
            <h3>{names.format(new Date(`${date}T12:00:00Z`))}</h3>
            {meetings.length === 0 ? <span className={styles.quiet}>–</span> : null}
            <ul>
              {meetings.map(({ partnership, meeting }) => (
                <li key={meeting.id}>
                  <time dateTime={meeting.startsAt}>{format.time(meeting.startsAt)}</time>
                  <span>
                    <Link href={`/p/${meeting.partnershipSlug}/meetings/${meeting.slug}`}>
                      {meeting.seriesDisplayName}
                    </Link>{" "}
                    {partnership?.displayName ?? meeting.partnershipSlug}
                  </span>
                  <small data-state={meeting.state}>{word(meeting.state)}</small>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
