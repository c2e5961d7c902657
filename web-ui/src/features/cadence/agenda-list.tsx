import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./agenda-list.module.css";
import type { Item, MeetingView } from "./meeting-page";
import { useItemWord, usePartWord } from "./meeting-words";
import { useAddAgendaItem, useMoveAgendaItem } from "./meeting-writes";
import { clockOf, spentOn } from "./timer";

interface AgendaListProps {
  readonly meeting: MeetingView;
  readonly shownId: string | null;
  readonly onLook: (itemId: string) => void;
}

/**
 * The agenda, worst first until somebody orders it, each item with its time. Arrow keys go from one to the next, with Alt they
 * take the item along.
 */
export function AgendaList({ meeting, shownId, onLook }: AgendaListProps) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const moving = useMoveAgendaItem();
  const mayMove = meeting.viewerMay.includes("MOVE_ITEM") && meeting.items.length > 1;
  // A row that takes another place loses the focus on the way.
  const taken = useRef<string | null>(null);
  const order = meeting.items.map(({ itemId }) => itemId).join(" ");
  useEffect(() => {
    const at = taken.current === null ? -1 : order.split(" ").indexOf(taken.current);
    taken.current = null;
    if (at >= 0 && document.activeElement === document.body) rowsOf(list.current)[at]?.focus();
  }, [order]);
  const move = async (itemId: string, step: 1 | -1) => {
    const at = meeting.items.findIndex((item) => item.itemId === itemId);
    const to = at + step;
    if (to < 0 || to >= meeting.items.length) return;
    taken.current = itemId;
    await moving.send({
      partnership: meeting.partnershipSlug,
      meeting: meeting.slug,
      itemId,
      beforeItemId: meeting.items[step === 1 ? to + 1 : to]?.itemId ?? null,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const rows = rowsOf(list.current);
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const itemId = rows[at]?.dataset["item"];
    if (!event.altKey) rows[at + step]?.focus();
    else if (mayMove && itemId !== undefined) move(itemId, step);
  };
  return (
    <section className={styles.agenda} aria-label={t`Agenda`}>
      <h2 className={styles.heading}>
        <Trans>Agenda</Trans>
        <span>
          {meeting.items.filter(({ state }) => state !== "OPEN").length} / {meeting.items.length}
        </span>
      </h2>
      <MissingParts meeting={meeting} />
      <ol ref={list} className={styles.list} onKeyDown={onKeyDown}>
        {meeting.items.map((item) => (
          <AgendaRow
            key={item.itemId}
            meeting={meeting}
            item={item}
            shown={shownId}
            onLook={onLook}
            onMove={mayMove ? (step) => move(item.itemId, step) : null}
          />
        ))}
      </ol>
      <WriteProblems errors={moving.userErrors} unanswered={moving.unanswered} />
      {meeting.viewerMay.includes("ADD_ITEM") ? <AddItem meeting={meeting} /> : null}
    </section>
  );
}

function rowsOf(list: HTMLOListElement | null): HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>("button[data-item]") ?? [])];
}

/** Never silently shorter: what the agenda can't know right now, it says. */
function MissingParts({ meeting }: { meeting: MeetingView }) {
  const part = usePartWord();
  const format = useFormat();
  const now = useNow();
  if (meeting.missingParts.length === 0) return null;
  return (
    <ul className={styles.missing} role="status">
      {meeting.missingParts.map((missing) => (
        <li key={missing.part}>
          <Icon name="warning" size={14} />
          <span>
            <Trans>Missing: {part(missing.part)}.</Trans>{" "}
            {missing.lastKnownAt === null ? (
              <Trans>The agenda completes itself.</Trans>
            ) : (
              <Trans>Last known at {format.when(missing.lastKnownAt, now)}; the agenda completes itself.</Trans>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface AgendaRowProps {
  readonly meeting: MeetingView;
  readonly item: Item;
  readonly shown: string | null;
  readonly onLook: (itemId: string) => void;
  /** One place up or down; null where the order stays. */
  readonly onMove: ((step: 1 | -1) => void) | null;
}

function AgendaRow({ meeting, item, shown, onLook, onMove }: AgendaRowProps) {
  const { t } = useLingui();
  const word = useItemWord();
  const { title } = item;
  const current = meeting.currentItemId === item.itemId;
  const first = meeting.items[0]?.itemId === item.itemId;
  const last = meeting.items.at(-1)?.itemId === item.itemId;
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
            {word(item.kind)}
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
            isDisabled={first}
            onPress={() => onMove(-1)}
          />
          <Button
            look="quiet"
            size="small"
            icon="down"
            aria-label={t`Move down: ${title}`}
            isDisabled={last}
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

function AddItem({ meeting }: { meeting: MeetingView }) {
  const { t } = useLingui();
  const [title, setTitle] = useState("");
  const adding = useAddAgendaItem();
  const submit = async () => {
    if (title.trim() === "") return;
    const added = await adding.send({
      partnership: meeting.partnershipSlug,
      meeting: meeting.slug,
      title: title.trim(),
      note: null,
    });
    if (added !== null) setTitle("");
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField label={t`Add to the agenda`} value={title} onChange={setTitle} maxLength={200} autoComplete="off" />
      <Button type="submit" icon="plus" aria-label={t`Add the item`} isPending={adding.sending === "yes"} />
      <WriteProblems errors={adding.userErrors} unanswered={adding.unanswered} />
    </form>
  );
}
