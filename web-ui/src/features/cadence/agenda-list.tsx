import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./agenda-list.module.css";
import { AgendaRow } from "./agenda-row";
import { useAddAgendaItem } from "./agenda-writes";
import { useItemOrder } from "./item-order";
import type { Item, MeetingView } from "./meeting-query";
import { MissingParts } from "./missing-parts";

interface AgendaListProps {
  readonly meeting: MeetingView;
  readonly shownId: string | null;
  readonly onLook: (itemId: string) => void;
  /** Reads the meeting again. */
  readonly onRetry: () => void;
}

/**
 * The agenda, worst first until somebody orders it, each item with its time. Arrow keys go from one to the next, with Alt they
 * take the item along.
 */
export function AgendaList({ meeting, shownId, onLook, onRetry }: AgendaListProps) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const { items, move, userErrors, unanswered } = useItemOrder(meeting);
  const mayMove = meeting.viewerMay.includes("MOVE_ITEM") && meeting.items.length > 1;
  // A row that takes another place loses the focus on the way.
  const [moved, setMoved] = useState<string | null>(null);
  const order = items.map(({ itemId }) => itemId).join(" ");
  useEffect(() => {
    const at = moved === null ? -1 : order.split(" ").indexOf(moved);
    if (at >= 0 && document.activeElement === document.body) rowsOf(list.current)[at]?.focus();
  }, [order, moved]);
  const take = (itemId: string, step: 1 | -1) => {
    setMoved(itemId);
    move(itemId, step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const rows = rowsOf(list.current);
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const itemId = rows[at]?.dataset["item"];
    if (!event.altKey) rows[at + step]?.focus();
    else if (mayMove && itemId !== undefined) take(itemId, step);
  };
  return (
    <section className={styles.agenda} aria-label={t`Agenda`}>
      <h2 className={styles.heading}>
        <Trans>Agenda</Trans>
        <span>
          {meeting.items.filter(({ state }) => state !== "OPEN").length} / {meeting.items.length}
        </span>
      </h2>
      <MissingParts meeting={meeting} onRetry={onRetry} />
      <ol ref={list} className={styles.list} onKeyDown={onKeyDown}>
        {items.map((item, index) => (
          <AgendaRow
            key={item.itemId}
            meeting={meeting}
            item={item}
            place={{ first: index === 0, last: index === items.length - 1 }}
            shown={shownId}
            onLook={onLook}
            onMove={mayMove ? (step) => take(item.itemId, step) : null}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moved === null ? null : <Place items={items} itemId={moved} />}
      </p>
      <WriteProblems errors={userErrors} unanswered={unanswered} />
      {meeting.viewerMay.includes("ADD_ITEM") ? <AddItem meeting={meeting} /> : null}
    </section>
  );
}

/** Said to those who don't see where it went. */
function Place({ items, itemId }: { items: readonly Item[]; itemId: string }) {
  const at = items.findIndex((item) => item.itemId === itemId);
  const item = items[at];
  if (item === undefined) return null;
  return (
    <Trans>
      {item.title}: place {at + 1} of {items.length}
    </Trans>
  );
}

function rowsOf(list: HTMLOListElement | null): HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>("button[data-item]") ?? [])];
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
