import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { FormDialog } from "~/ui/form-dialog";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { ChangedMeanwhile } from "./changed-meanwhile";
import type { ActedCommitment } from "./commitment-acts";
import { useDropCommitment, useReopenCommitment, useUpdateCommitment } from "./outcome-writes";
import { peopleOf, WhoAndWhen } from "./who-and-when";
import { WhyField } from "./why-field";

const PeopleQuery = graphql(`
  query CommitmentPeople($slug: String!) {
    partnership(slug: $slug) {
      id
      members {
        role
        person {
          id
          slug
          displayName
          companySlug
        }
      }
    }
  }
`);

interface EditCommitmentProps {
  readonly commitment: ActedCommitment;
  readonly onClose: () => void;
}

/** What was typed over; what was not follows what the other side writes. */
interface Draft {
  readonly text?: string;
  readonly owner?: string;
  readonly dueDate?: string;
}

/**
 * Other words, another owner or date for a commitment. What the other side changes meanwhile is taken over where nothing was
 * typed, and shown where something was, so that nobody's change goes unseen.
 */
export function EditCommitment({ commitment, onClose }: EditCommitmentProps) {
  const { t } = useLingui();
  const [opened] = useState(commitment);
  const [draft, setDraft] = useState<Draft>({});
  const [reason, setReason] = useState("");
  const [{ data }] = useQuery({ query: PeopleQuery, variables: { slug: commitment.partnershipSlug } });
  const people = peopleOf(data?.partnership?.members);
  const editing = useUpdateCommitment();
  const errors = editing.userErrors;
  const now = { text: commitment.text, owner: commitment.owner.slug, dueDate: commitment.dueDate };
  const { text, owner, dueDate } = { ...now, ...draft };
  const submit = async () => {
    const why = reason.trim();
    const payload = await editing.send({
      commitment: commitment.id,
      revision: commitment.revision,
      text: text.trim(),
      owner,
      dueDate,
      reason: why === "" ? null : why,
    });
    if (payload !== null) onClose();
  };
  return (
    <FormDialog
      title={t`Change a commitment`}
      submit={<Trans>Save</Trans>}
      sending={editing.sending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t`Commitment`}
        value={text}
        onChange={(typed) => setDraft({ ...draft, text: typed })}
        maxLength={500}
        autoFocus
        error={errorOf(errors, "text")}
      />
      <WhoAndWhen
        people={people}
        who={owner}
        onWho={(slug) => setDraft({ ...draft, owner: slug })}
        due={dueDate}
        onDue={(date) => setDraft({ ...draft, dueDate: date })}
        errors={errors}
      />
      {commitment.revision === opened.revision ? null : (
        <ChangedMeanwhile
          text={now.text}
          who={people.find(({ id }) => id === now.owner)?.text ?? now.owner}
          due={now.dueDate}
          onTheirs={() => setDraft({})}
        />
      )}
      <WhyField
        value={reason}
        onChange={setReason}
        errors={errors}
        hint={t`Needed once the meeting is over. Both sides read it.`}
      />
      <WriteProblems
        errors={errorsBesides(errors, ["text", "owner", "dueDate", "reason"])}
        unanswered={editing.unanswered}
      />
    </FormDialog>
  );
}

interface EndCommitmentProps {
  readonly commitment: ActedCommitment;
  readonly change: "drop" | "reopen";
  readonly onClose: () => void;
  /** How it stands now. */
  readonly onClosed: (now: Pick<ActedCommitment, "state" | "revision">) => void;
}

/** The end of a commitment that is no longer wanted, or the return of one; with the reason. */
export function EndCommitment({ commitment, change, onClose, onClosed }: EndCommitmentProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const dropping = useDropCommitment();
  const reopening = useReopenCommitment();
  const write = change === "drop" ? dropping : reopening;
  const submit = async () => {
    const wish = { commitment: commitment.id, revision: commitment.revision, reason: reason.trim() };
    const payload = change === "drop" ? await dropping.send(wish) : await reopening.send(wish);
    if (payload === null) return;
    onClose();
    if (payload.commitment != null) onClosed(payload.commitment);
  };
  return (
    <FormDialog
      title={change === "drop" ? t`Drop a commitment` : t`Open a commitment again`}
      submit={change === "drop" ? <Trans>Drop it</Trans> : <Trans>Open it again</Trans>}
      look={change === "drop" ? "danger" : "primary"}
      sending={write.sending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{commitment.text}</p>
      <WhyField value={reason} onChange={setReason} errors={write.userErrors} autoFocus="yes" />
      <WriteProblems errors={errorsBesides(write.userErrors, ["reason"])} unanswered={write.unanswered} />
    </FormDialog>
  );
}
