import { useRef, useState } from "react";
import type { UserError } from "~/lib/user-errors";
import { useMoveAgendaItem } from "./agenda-writes";
import type { Item, MeetingView } from "./meeting-query";

/** An order that was asked for and is not read back yet. */
interface Ahead {
  readonly ids: readonly string[];
  /** Moves that are not answered yet. */
  readonly pending: number;
}

interface ItemOrder {
  /** As they stand, or as they will once what was asked for is read back. */
  readonly items: readonly Item[];
  readonly move: (itemId: string, step: 1 | -1) => void;
  readonly userErrors: readonly UserError[];
  readonly unanswered: "no" | "yes";
}

/**
 * The order of an agenda. A move is seen at once and told one after the other, so that several presses of a key in quick succession
 * take an item as many places along.
 */
export function useItemOrder(meeting: MeetingView): ItemOrder {
  const moving = useMoveAgendaItem();
  const [ahead, setAhead] = useState<Ahead | null>(null);
  const told = useRef<Promise<unknown>>(Promise.resolve());
  const read = meeting.items.map(({ itemId }) => itemId).join(" ");
  const [seen, setSeen] = useState(read);
  if (seen !== read) {
    setSeen(read);
    // What both sides see now comes before what was asked for.
    if (ahead?.pending === 0) setAhead(null);
  }
  const items = ahead === null ? meeting.items : sorted(meeting.items, ahead.ids);

  const move = (itemId: string, step: 1 | -1) => {
    const ids = items.map((item) => item.itemId);
    const from = ids.indexOf(itemId);
    const to = from + step;
    if (from < 0 || to < 0 || to >= ids.length) return;
    ids.splice(from, 1);
    ids.splice(to, 0, itemId);
    setAhead((now) => ({ ids, pending: (now?.pending ?? 0) + 1 }));
    const where = { partnership: meeting.partnershipSlug, meeting: meeting.slug };
    told.current = told.current.then(async () => {
      const done = await moving.send({ ...where, itemId, beforeItemId: ids[to + 1] ?? null });
      setAhead((now) => (done === null || now === null ? null : { ...now, pending: now.pending - 1 }));
    });
  };
  return { items, move, userErrors: moving.userErrors, unanswered: moving.unanswered };
}

function sorted(items: readonly Item[], ids: readonly string[]): readonly Item[] {
  const place = (item: Item) => (ids.includes(item.itemId) ? ids.indexOf(item.itemId) : ids.length);
  return items.toSorted((one, other) => place(one) - place(other));
}
