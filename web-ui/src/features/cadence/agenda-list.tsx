import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef, useState } from "react";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./agenda-list.module.css";
import type { Item, MeetingView } from "./meeting-page";
import { useItemWord, usePartWord } from "./meeting-words";
import { useAddAgendaItem } from "./meeting-writes";
import { clockOf, spentOn } from "./timer";

interface AgendaListProps {
  readonly meeting: MeetingView;
  readonly shownId: string | null;
  readonly onLook: (itemId: string) => void;
}

/** The agenda, worst first, each item with its time. Arrow keys go from one to the next. */
export function AgendaList({ meeting, shownId, onLook }: AgendaListProps) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
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
          <AgendaRow key={item.itemId} meeting={meeting} item={item} shown={shownId} onLook={onLook} />
        ))}
      </ol>
      {meeting.viewerMay.includes("ADD_ITEM") ? <AddItem meeting={meeting} /> : null}
    </section>
  );
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
}

function AgendaRow({ meeting, item, shown, onLook }: AgendaRowProps) {
  const word = useItemWord();
  const current = meeting.currentItemId === item.itemId;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
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
