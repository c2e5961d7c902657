import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";
import styles from "./propose-dialog.module.css";

const OpenActionMutation = graphql(`
  mutation OpenAction($input: OpenActionInput!) {
    openAction(input: $input) {
      action {
        id
        number
        state
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface OpenActionDialogProps {
  readonly slug: string;
  readonly kpis: readonly { readonly slug: string; readonly displayName: string }[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOpened: (number: number) => void;
}

/** Opens an action before a figure turns red. What is typed stays when it is closed. */
export function OpenActionDialog({ slug, kpis, isOpen, onClose, onOpened }: OpenActionDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [title, setTitle] = useState("");
  const [problem, setProblem] = useState("");
  const [kpi, setKpi] = useState("");
  const opening = useWrite(OpenActionMutation, changedByActions);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await opening.send({
      partnership: slug,
      title: title.trim(),
      problem: problem.trim(),
      kpi: kpi === "" ? null : kpi,
    });
    if (done === null) return;
    setTitle("");
    setProblem("");
    setKpi("");
    onClose();
    if (done.action != null) onOpened(done.action.number);
  };
  return (
    <Dialog
      title={t`Open an action`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={opening.sending === "yes"}>
            <Trans>Open it</Trans>
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.title}>
          <Trans>For what you see coming before a figure turns red. Both companies see it.</Trans>
        </p>
        <TextField
          label={t`What is wrong, in a few words?`}
          value={title}
          onChange={setTitle}
          maxLength={200}
          error={refusalOf(opening.userErrors, "title")}
          autoFocus
        />
        <TextField
          label={t`The problem in figures`}
          value={problem}
          onChange={setProblem}
          lines={3}
          maxLength={4000}
          hint={t`By how much, since when, where?`}
          error={refusalOf(opening.userErrors, "problem")}
        />
        <Select
          label={t`Which KPI is it about?`}
          options={[
            { id: "", text: t`None of them` },
            ...kpis.map(({ slug: id, displayName: text }) => ({ id, text })),
          ]}
          selected={kpi}
          onSelect={setKpi}
          error={refusalOf(opening.userErrors, "kpi")}
        />
        <WriteProblems
          errors={errorsBesides(opening.userErrors, ["title", "problem", "kpi"])}
          unanswered={opening.unanswered}
        />
      </form>
    </Dialog>
  );
}
