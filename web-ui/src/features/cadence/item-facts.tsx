import { Plural, Trans } from "@lingui/react/macro";
import { useNow } from "~/lib/clock";
import { type Measure, useFormat } from "~/lib/format";
import { Person } from "~/ui/person";
import styles from "./agenda-subject.module.css";
import type { Item } from "./meeting-query";

/** What the data said; of a meeting that is over, as it was at its end. */
export function ItemFacts({ item, endedAt }: { item: Item; endedAt: string | null }) {
  const { facts, kind } = item;
  const format = useFormat();
  const today = useNow();
  const now = endedAt === null ? today : new Date(endedAt);
  const measure: Measure = { unit: facts.unit ?? "RATIO", decimals: facts.decimals };
  return (
    <ul className={styles.facts}>
      {facts.value === null ? null : (
        <li>
          <strong>{format.figure(facts.value, measure)}</strong>{" "}
          {facts.target === null ? null : <Trans>against {format.figure(facts.target, measure)}</Trans>}
          {facts.period === null ? null : ` · ${format.period(facts.period)}`}
        </li>
      )}
      {facts.sincePeriod === null ? null : (
        <li>
          {kind === "STALE_DATA" ? (
            <Trans>{format.period(facts.sincePeriod)} missing</Trans>
          ) : (
            <Trans>since {format.period(facts.sincePeriod)}</Trans>
          )}
        </li>
      )}
      {facts.unownedSince === null ? null : (
        <li className={styles.alarm}>
          <Trans>unowned for {format.span(facts.unownedSince, now)}</Trans>
        </li>
      )}
      <Answerable item={item} />
      {facts.waiting === null ? null : (
        <li>
          <Plural value={facts.waiting} one="# waits" other="# wait" />
        </li>
      )}
    </ul>
  );
}

/** Who has it, and until when. */
function Answerable({ item: { facts, kind } }: { item: Item }) {
  const format = useFormat();
  return (
    <>
      {facts.owner === null || kind === "UNOWNED_RED" ? null : (
        <li>
          <Person
            name={facts.owner.displayName}
            company={facts.owner.companyDisplayName}
            {...(facts.owner.side === null ? {} : { side: facts.owner.side })}
          />
        </li>
      )}
      {facts.dueDate === null ? null : (
        <li data-alarm={facts.overdueDays > 0 ? "" : undefined}>
          <Trans>due {format.date(`${facts.dueDate}T12:00:00Z`)}</Trans>
          {facts.overdueDays === 0 ? null : (
            <b className={styles.alarm}>
              {" "}
              <Plural value={facts.overdueDays} one="# day overdue" other="# days overdue" />
            </b>
          )}
        </li>
      )}
    </>
  );
}
