import { Trans, useLingui } from "@lingui/react/macro";
import table from "~/ui/table.module.css";
import { useAgendaWord } from "./meeting-words";
import styles from "./minutes-page.module.css";
import type { Frozen } from "./minutes-query";
import { MissingParts } from "./missing-parts";
import { clockOf } from "./timer";

/** What was on the agenda, what was said about it, and how it was left. */
export function MinutesAgenda({ meeting }: { meeting: Frozen["meeting"] }) {
  const { items, unresolvedReason } = meeting;
  const { t } = useLingui();
  const word = useAgendaWord(meeting);
  const outcome = {
    OPEN: t`back next time`,
    DONE: t`done`,
    CARRIED_OVER: t`back next time`,
    DROPPED: t`dropped`,
  } as const;
  return (
    <section className={styles.wide}>
      <h2>
        <Trans>Agenda</Trans>
      </h2>
      <MissingParts meeting={meeting} />
      {unresolvedReason === null ? null : (
        <p className={styles.warning}>
          <Trans>Reds left open: {unresolvedReason}</Trans>
        </p>
      )}
      <div className={styles.scroll}>
        <table className={table.table}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">
                <Trans>Item</Trans>
              </th>
              <th scope="col">
                <Trans>What was said</Trans>
              </th>
              <th scope="col">
                <Trans>Outcome</Trans>
              </th>
              <th scope="col">
                <Trans>Time</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.itemId}>
                <th scope="row">
                  {item.title}
                  <small>{word(item)}</small>
                </th>
                <td className={styles.said}>{[item.note, item.reason].filter(Boolean).join(" — ")}</td>
                <td className={styles.outcome}>{outcome[item.state]}</td>
                <td data-numeric>{item.spentSeconds === 0 ? null : clockOf(item.spentSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
