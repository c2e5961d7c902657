import { Trans, useLingui } from "@lingui/react/macro";
import { useNow } from "~/lib/clock";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import styles from "./agenda-list.module.css";
import type { Item, MeetingView } from "./meeting-query";
import { useAgendaWord } from "./meeting-words";
import { clockOf, spentOn } from "./timer";

interface AgendaRowProps {
  readonly meeting: MeetingView;
  readonly item: Item;
  readonly place: { readonly first: boolean; readonly last: boolean };
  readonly shown: string | null;
  readonly onLook: (itemId: string) => void;
  /** One place up or down; null where the order stays. */
  readonly onMove: ((step: 1 | -1) => void) | null;
}

/** One item: what it is, how it stands, its time, and its place. */
export function AgendaRow({ meeting, item, place, shown, onLook, onMove }: AgendaRowProps) {
  const { t } = useLingui();
  const word = useAgendaWord(meeting);
  const { title } = item;
  const current = meeting.currentItemId === item.itemId;
  return (
    <li className={styles.place} data-movable={onMove === null ? undefined : ""}>
      <button
        type="button"
        className={styles.row}
        data-item={item.itemId}
        aria-keyshortcuts={onMove === null ? undefined : "Alt+ArrowUp Alt+ArrowDown"}
        data-kind={item.kind}
        data-state={item.state}
        data-shown={shown === item.itemId ? "" : undefined}
        aria-current={current ? "step" : undefined}
        onClick={() => onLook(item.itemId)}
      >
        <span className={styles.mark} aria-hidden="true">
          {item.state === "DONE" ? <Icon name="check" size={14} /> : null}
          {item.state === "CARRIED_OVER" ? "↷" : null}
          {item.state === "DROPPED" ? <Icon name="close" size={12} /> : null}
        </span>
        <span className={styles.words}>
          <span>{item.title}</span>
          <small>
            {word(item)}
            <StateNote item={item} />
          </small>
        </span>
        <Timer meeting={meeting} item={item} />
      </button>
      {onMove === null ? null : (
        <span className={styles.order} data-shown={shown === item.itemId ? "" : undefined}>
          <Button
            look="quiet"
            size="small"
            icon="up"
            aria-label={t`Move up: ${title}`}
            isDisabled={place.first}
            onPress={() => onMove(-1)}
          />
          <Button
            look="quiet"
            size="small"
            icon="down"
            aria-label={t`Move down: ${title}`}
            isDisabled={place.last}
            onPress={() => onMove(1)}
          />
        </span>
      )}
    </li>
  );
}

function StateNote({ item }: { item: Item }) {
  return (
    <>
      {item.state === "DONE" ? (
        <>
          {" · "}
          <Trans comment="An agenda item">done</Trans>
        </>
      ) : null}
      {item.state === "CARRIED_OVER" ? (
        <>
          {" · "}
          <Trans comment="An agenda item">back next time</Trans>
        </>
      ) : null}
      {item.state === "DROPPED" ? (
        <>
          {" · "}
          <Trans comment="An agenda item">dropped</Trans>
        </>
      ) : null}
      {item.carriedOver > 0 ? (
        <>
          {" · "}
          <Trans>carried over {item.carriedOver}×</Trans>
        </>
      ) : null}
      {!item.live && item.state === "OPEN" && item.kind !== "ADDED" ? (
        <>
          {" · "}
          <Trans>settled meanwhile</Trans>
        </>
      ) : null}
    </>
  );
}

function Timer({ meeting, item }: { meeting: MeetingView; item: Item }) {
  const now = useNow(1_000);
  const spent = spentOn(item, meeting, now);
  const over = spent > item.plannedSeconds;
  return (
    <span className={styles.timer} data-over={over ? "" : undefined}>
      {spent === 0 ? null : <b>{clockOf(spent)}</b>}
      <small>{clockOf(item.plannedSeconds)}</small>
    </span>
  );
}
