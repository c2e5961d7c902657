import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { useUpdateAgendaItem } from "./agenda-writes";
import styles from "./item-note.module.css";
import type { Item, MeetingView } from "./meeting-query";

interface Draft {
  readonly text: string;
  /** The item's revision, and its note, when typing began: what the other side wrote since is told apart from mine by it. */
  readonly base: string;
  readonly before: string;
}

interface ItemNoteProps {
  readonly meeting: MeetingView;
  readonly item: Item;
  /** The other side wrote meanwhile: what they wrote is to be read. */
  readonly onStale: () => void;
}

const pause = 1_200; // milliseconds after the last key

/**
 * What was said about an item. Saved by itself; when the other side wrote something else meanwhile, both texts are shown and
 * neither is lost.
 */
export function ItemNote(props: ItemNoteProps) {
  if (props.meeting.viewerMay.includes("UPDATE_ITEM")) return <NoteField {...props} />;
  return props.item.note === null ? null : <p className={styles.said}>{props.item.note}</p>;
}

function NoteField({ meeting, item, onStale }: ItemNoteProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<Draft | null>(null);
  const saving = useUpdateAgendaItem();
  const theirs = item.note ?? "";
  const refused = saving.userErrors.some(({ code }) => code === "REVISION_STALE");

  const send = async (text: string, revision: string) => {
    const saved = await saving.send({
      partnership: meeting.partnershipSlug,
      meeting: meeting.slug,
      itemId: item.itemId,
      revision,
      title: null,
      note: text,
      plannedSeconds: null,
    });
    if (saved === null) return;
    // Shown until it is read again; what was typed while it was on its way is a draft on top of it.
    setDraft((now) => now && { ...now, before: text });
  };
  const save = useEffectEvent(() => {
    if (draft === null || refused) return;
    // Whatever else of the item changed meanwhile, the note is still the one that was read.
    if (draft.text !== draft.before) send(draft.text, theirs === draft.before ? item.revision : draft.base);
  });
  // What is read anew ends a draft that was saved.
  const [seen, setSeen] = useState(theirs);
  if (seen !== theirs) {
    setSeen(theirs);
    if (draft !== null && draft.text === draft.before) setDraft(null);
  }
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => save(), pause);
    return () => clearTimeout(timer);
  }, [draft]);

  const heed = useEffectEvent(onStale);
  useEffect(() => {
    if (refused) heed();
  }, [refused]);
  const conflict = refused && draft !== null && theirs !== draft.before && theirs !== draft.text;

  return (
    <div className={styles.note}>
      <TextField
        label={t`What was said`}
        value={draft?.text ?? theirs}
        onChange={(text) => setDraft({ text, base: draft?.base ?? item.revision, before: draft?.before ?? theirs })}
        onBlur={() => save()}
        lines={2}
        maxLength={4_000}
        hint={
          draft === null || draft.text === draft.before
            ? t`Both sides see it at once.`
            : saving.sending === "yes"
              ? t`Saving…`
              : t`Saves by itself.`
        }
      />
      {conflict && draft !== null ? (
        <Conflict
          theirs={theirs}
          onBoth={() => {
            const both = [theirs, draft.text].filter(Boolean).join("\n");
            setDraft({ ...draft, text: both });
            send(both, item.revision);
          }}
          onMine={() => send(draft.text, item.revision)}
          onTheirs={() => {
            saving.clear();
            setDraft(null);
          }}
        />
      ) : null}
      <WriteProblems
        errors={saving.userErrors.filter(({ code }) => code !== "REVISION_STALE")}
        unanswered={saving.unanswered}
      />
    </div>
  );
}

interface ConflictProps {
  readonly theirs: string;
  readonly onBoth: () => void;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

function Conflict({ theirs, onBoth, onMine, onTheirs }: ConflictProps) {
  return (
    <div className={styles.conflict} role="alert">
      <p>
        <Trans>Somebody else wrote meanwhile:</Trans>
      </p>
      <blockquote>{theirs === "" ? <Trans>(nothing)</Trans> : theirs}</blockquote>
      <div className={styles.choices}>
        <Button size="small" onPress={onBoth}>
          <Trans>Keep both</Trans>
        </Button>
        <Button size="small" onPress={onMine}>
          <Trans>Keep mine</Trans>
        </Button>
        <Button size="small" onPress={onTheirs}>
          <Trans>Take theirs</Trans>
        </Button>
      </div>
    </div>
  );
}
