import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { NoteAudience, NoteKind, NoteListFragment } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import type { Period } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Person } from "~/ui/person";
import { Segmented } from "~/ui/segmented";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./note-list.module.css";

export const NoteListDocument = graphql(`
  fragment NoteList on KpiDetail {
    standing {
      kpi {
        id
        slug
      }
      series
    }
    notes {
      id
      kind
      audience
      period
      text
      author {
        displayName
        side
      }
      writtenAt
    }
  }
`);

const AddNoteMutation = graphql(`
  mutation AddNote($input: AddNoteInput!) {
    addNote(input: $input) {
      note {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface NoteListProps {
  readonly slug: string;
  readonly detail: FragmentType<typeof NoteListDocument>;
  readonly timeZone: string;
  readonly mayComment: "yes" | "no";
  /** Whether the viewer reads and writes notes that the partner doesn't see. */
  readonly mayKeepInternal: "yes" | "no";
}

/** What was said about the KPI, and figures that somebody holds to be wrong. */
export function NoteList({ slug, detail, timeZone, mayComment, mayKeepInternal }: NoteListProps) {
  const { standing, notes } = readFragment(NoteListDocument, detail);
  return (
    <div className={styles.notes}>
      {mayComment === "yes" ? (
        <NoteForm
          slug={slug}
          kpi={standing.kpi.slug}
          periods={standing.series.periods.toReversed()}
          mayKeepInternal={mayKeepInternal}
        />
      ) : null}
      {notes.length === 0 ? (
        <p className={styles.none}>
          <Trans>Nothing was said yet.</Trans>
        </p>
      ) : (
        <ul>
          {notes.map((note) => (
            <NoteLine key={note.id} note={note} timeZone={timeZone} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NoteLine({ note, timeZone }: { note: NoteListFragment["notes"][number]; timeZone: string }) {
  const format = useFormat(timeZone);
  return (
    <li className={styles.note} data-kind={note.kind}>
      <p className={styles.head}>
        <Person name={note.author.displayName} side={note.author.side ?? null} />
        <span>{format.moment(note.writtenAt)}</span>
        {note.kind === "CONTEST" ? (
          <strong className={styles.contest}>
            <Trans>contests a figure</Trans>
          </strong>
        ) : null}
        {note.period == null ? null : <span>{format.periodLong(note.period)}</span>}
        {note.audience === "OWNER" ? (
          <span className={styles.internal}>
            <Trans>owner's side only</Trans>
          </span>
        ) : null}
      </p>
      <p className={styles.text}>{note.text}</p>
    </li>
  );
}

interface NoteFormProps {
  readonly slug: string;
  readonly kpi: string;
  readonly periods: readonly Period[];
  readonly mayKeepInternal: "yes" | "no";
}

function NoteForm({ slug, kpi, periods, mayKeepInternal }: NoteFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [kind, setKind] = useState<NoteKind>("COMMENT");
  const [audience, setAudience] = useState<NoteAudience>("BOTH");
  const [period, setPeriod] = useState<Period | "">("");
  const [text, setText] = useState("");
  const adding = useWrite(AddNoteMutation, ["Note", "KpiDetail", "Scorecard"]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await adding.send({
      partnership: slug,
      kpi,
      kind,
      audience: kind === "CONTEST" ? "BOTH" : audience,
      period: period === "" ? null : period,
      text: text.trim(),
    });
    if (done !== null) setText("");
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate data-print="hide">
      <div className={styles.choices}>
        <Segmented<NoteKind>
          label={t`What kind of note`}
          options={[
            { id: "COMMENT", text: t`Comment` },
            { id: "CONTEST", text: t`Contest a figure` },
          ]}
          selected={kind}
          onSelect={setKind}
        />
        {mayKeepInternal === "yes" && kind === "COMMENT" ? (
          <Segmented<NoteAudience>
            label={t`Who reads it`}
            options={[
              { id: "BOTH", text: t`Both companies` },
              { id: "OWNER", text: t`Owner's side only` },
            ]}
            selected={audience}
            onSelect={setAudience}
          />
        ) : null}
      </div>
      <Select
        label={t`Period`}
        options={[
          ...(kind === "CONTEST" ? [] : [{ id: "", text: t`No period` }]),
          ...periods.map((id) => ({ id, text: format.periodLong(id) })),
        ]}
        selected={period}
        onSelect={setPeriod}
        error={errorOf(adding.userErrors, "period")}
        {...(kind === "CONTEST" ? { placeholder: t`Choose the period` } : {})}
      />
      <TextField
        label={kind === "CONTEST" ? t`What is wrong with it?` : t`Note`}
        value={text}
        onChange={setText}
        lines={3}
        maxLength={2000}
        error={errorOf(adding.userErrors, "text")}
      />
      <WriteProblems errors={errorsBesides(adding.userErrors, ["text", "period"])} unanswered={adding.unanswered} />
      <Button type="submit" isPending={adding.sending === "yes"}>
        {kind === "CONTEST" ? <Trans>Contest</Trans> : <Trans>Write</Trans>}
      </Button>
    </form>
  );
}
