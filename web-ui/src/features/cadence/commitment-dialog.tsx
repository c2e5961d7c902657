import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import type { ActedCommitment } from "./commitment-acts";
import { useDropCommitment, useReopenCommitment, useUpdateCommitment } from "./meeting-writes";
import styles from "./series-dialog.module.css";

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

export type CommitmentChange = "edit" | "drop" | "reopen";

interface CommitmentDialogProps {
  readonly commitment: ActedCommitment;
  readonly change: CommitmentChange;
  readonly onClose: () => void;
  /** It was dropped or opened again, and how it stands now. */
  readonly onClosed: (now: Pick<ActedCommitment, "state" | "revision">) => void;
}

/** Other words, another owner or date for a commitment; or its end, or its return. Both sides read why. */
export function CommitmentDialog({ commitment, change, onClose, onClosed }: CommitmentDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [text, setText] = useState(commitment.text);
  const [owner, setOwner] = useState<string | null>(commitment.owner.slug);
  const [due, setDue] = useState(commitment.dueDate);
  const [reason, setReason] = useState("");
  const [{ data }] = useQuery({
    query: PeopleQuery,
    variables: { slug: commitment.partnershipSlug },
    pause: change !== "edit",
  });
  const editing = useUpdateCommitment();
  const dropping = useDropCommitment();
  const reopening = useReopenCommitment();
  const write = { edit: editing, drop: dropping, reopen: reopening }[change];
  const which = { commitment: commitment.id, revision: commitment.revision };
  const submit = async () => {
    const why = reason.trim();
    const payload =
      change === "edit"
        ? await editing.send({
            ...which,
            text: text.trim(),
            owner: owner ?? "",
            dueDate: due,
            reason: why === "" ? null : why,
          })
        : change === "drop"
          ? await dropping.send({ ...which, reason: why })
          : await reopening.send({ ...which, reason: why });
    if (payload === null) return;
    onClose();
    if (change !== "edit" && payload.commitment != null) onClosed(payload.commitment);
  };
  const people = (data?.partnership?.members ?? [])
    .filter(({ role }) => role !== "VIEWER")
    .map(({ person }) => ({ id: person.slug, text: person.displayName, hint: person.companySlug }));
  const title = { edit: t`Change a commitment`, drop: t`Drop a commitment`, reopen: t`Open a commitment again` };
  return (
    <Dialog
      title={title[change]}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Back</Trans>
          </Button>
          <Button
            look={change === "drop" ? "danger" : "primary"}
            type="submit"
            form={form}
            isPending={write.sending === "yes"}
          >
            {change === "edit" ? <Trans>Save</Trans> : null}
            {change === "drop" ? <Trans>Drop it</Trans> : null}
            {change === "reopen" ? <Trans>Open it again</Trans> : null}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        noValidate
      >
        {change === "edit" ? (
          <>
            <TextField
              label={t`Commitment`}
              value={text}
              onChange={setText}
              maxLength={500}
              autoFocus
              error={errorOf(write.userErrors, "text")}
            />
            <div className={styles.pair}>
              <Select
                label={t`Who?`}
                options={people}
                selected={owner}
                onSelect={setOwner}
                error={errorOf(write.userErrors, "owner")}
              />
              <TextField
                label={t`By when?`}
                type="date"
                value={due}
                onChange={setDue}
                error={errorOf(write.userErrors, "dueDate")}
              />
            </div>
          </>
        ) : (
          <p>{commitment.text}</p>
        )}
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus={change !== "edit"}
          hint={change === "edit" ? t`Needed once the meeting is over. Both sides read it.` : t`Both sides read it.`}
          error={errorOf(write.userErrors, "reason")}
        />
        <WriteProblems
          errors={errorsBesides(write.userErrors, ["text", "owner", "dueDate", "reason"])}
          unanswered={write.unanswered}
        />
      </form>
    </Dialog>
  );
}
