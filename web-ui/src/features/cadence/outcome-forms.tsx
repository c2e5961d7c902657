import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useViewer } from "~/lib/viewer";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import type { MeetingPartnership, MeetingView } from "./meeting-query";
import styles from "./outcome-forms.module.css";
import { useAddCommitment, useAddDecision } from "./outcome-writes";
import { inDays, peopleOf, WhoAndWhen } from "./who-and-when";

/** A decision, written down where it was taken. */
export function DecisionForm({ meeting, itemId }: { meeting: MeetingView; itemId: string }) {
  const { t } = useLingui();
  const [what, setWhat] = useState("");
  const [why, setWhy] = useState("");
  const adding = useAddDecision();
  if (!meeting.viewerMay.includes("ADD_DECISION")) return null;
  const submit = async () => {
    if (what.trim() === "") return;
    const added = await adding.send({
      partnership: meeting.partnershipSlug,
      meeting: meeting.slug,
      itemId,
      what: what.trim(),
      why: why.trim() === "" ? null : why.trim(),
      decidedBy: [],
    });
    if (added === null) return;
    setWhat("");
    setWhy("");
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t`Decision`}
        value={what}
        onChange={setWhat}
        maxLength={2_000}
        error={errorOf(adding.userErrors, "what")}
        autoComplete="off"
      />
      {what === "" ? null : (
        <TextField
          label={t`Why?`}
          value={why}
          onChange={setWhy}
          maxLength={2_000}
          hint={t`Decided by those who are there.`}
          autoComplete="off"
        />
      )}
      <Button type="submit" size="small" isDisabled={what.trim() === ""} isPending={adding.sending === "yes"}>
        <Trans>Record the decision</Trans>
      </Button>
      <WriteProblems errors={errorsBesides(adding.userErrors, ["what"])} unanswered={adding.unanswered} />
    </form>
  );
}

interface CommitmentFormProps {
  readonly partnership: MeetingPartnership;
  readonly meeting: MeetingView;
  readonly itemId: string;
}

/** A commitment: what, who, by when. */
export function CommitmentForm({ partnership, meeting, itemId }: CommitmentFormProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const people = peopleOf(partnership.members);
  const [text, setText] = useState("");
  const [owner, setOwner] = useState<string | null>(people.some(({ id }) => id === viewer.slug) ? viewer.slug : null);
  const [due, setDue] = useState(() => inDays(meeting.timeZone, 7));
  const adding = useAddCommitment();
  if (!meeting.viewerMay.includes("ADD_COMMITMENT")) return null;
  const submit = async () => {
    if (text.trim() === "" || owner === null) return;
    const added = await adding.send({
      partnership: meeting.partnershipSlug,
      meeting: meeting.slug,
      itemId,
      text: text.trim(),
      owner,
      dueDate: due,
    });
    if (added !== null) setText("");
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t`Commitment`}
        value={text}
        onChange={setText}
        maxLength={500}
        error={errorOf(adding.userErrors, "text")}
        autoComplete="off"
      />
      {text === "" ? null : (
        <WhoAndWhen people={people} who={owner} onWho={setOwner} due={due} onDue={setDue} errors={adding.userErrors} />
      )}
      <Button
        type="submit"
        size="small"
        isDisabled={text.trim() === "" || owner === null}
        isPending={adding.sending === "yes"}
      >
        <Trans>Record the commitment</Trans>
      </Button>
      <WriteProblems
        errors={errorsBesides(adding.userErrors, ["text", "owner", "dueDate"])}
        unanswered={adding.unanswered}
      />
    </form>
  );
}
