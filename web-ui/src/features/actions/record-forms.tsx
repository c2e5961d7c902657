import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { graphql } from "~/graphql/gql";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";
import styles from "./action-record.module.css";

const CommentActionMutation = graphql(`
  mutation CommentAction($input: CommentActionInput!) {
    commentAction(input: $input) {
      action {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const AddEvidenceMutation = graphql(`
  mutation AddEvidence($input: AddEvidenceInput!) {
    addEvidence(input: $input) {
      action {
        id
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** A remark on an action. */
export function CommentForm({ action }: { action: string }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const adding = useWrite(CommentActionMutation, changedByActions);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await adding.send({ action, text: text.trim() })) !== null) setText("");
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate data-print="hide">
      <TextField
        label={t`Say something`}
        value={text}
        onChange={setText}
        lines={2}
        maxLength={2000}
        error={refusalOf(adding.userErrors, "text")}
      />
      <WriteProblems errors={errorsBesides(adding.userErrors, ["text"])} unanswered={adding.unanswered} />
      <div>
        <Button size="small" type="submit" isPending={adding.sending === "yes"}>
          <Trans>Comment</Trans>
        </Button>
      </div>
    </form>
  );
}

/** A link to a photo, report or drawing. */
export function EvidenceForm({ action }: { action: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"no" | "yes">("no");
  const [title, setTitle] = useState("");
  const [url, setUrl] = useState("");
  const adding = useWrite(AddEvidenceMutation, changedByActions);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await adding.send({ action, title: title.trim(), url: url.trim() })) === null) return;
    setTitle("");
    setUrl("");
    setOpen("no");
  };
  if (open === "no") {
    return (
      <div data-print="hide">
        <Button size="small" look="quiet" icon="plus" onPress={() => setOpen("yes")}>
          <Trans>Link a photo, report or drawing</Trans>
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate data-print="hide">
      <TextField
        label={t`What is it?`}
        value={title}
        onChange={setTitle}
        maxLength={200}
        error={refusalOf(adding.userErrors, "title")}
        autoFocus
      />
      <TextField
        label={t`Address`}
        type="url"
        value={url}
        onChange={setUrl}
        placeholder="https://"
        error={refusalOf(adding.userErrors, "url")}
      />
      <WriteProblems errors={errorsBesides(adding.userErrors, ["title", "url"])} unanswered={adding.unanswered} />
      <div>
        <Button size="small" type="submit" isPending={adding.sending === "yes"}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </form>
  );
}
