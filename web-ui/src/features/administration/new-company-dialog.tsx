import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";

const CreateCompanyMutation = graphql(`
  mutation CreateCompany($input: CreateCompanyInput!) {
    createCompany(input: $input) {
      company {
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

interface NewCompanyDialogProps {
  readonly onMade: () => void;
  readonly onClose: () => void;
}

export function NewCompanyDialog({ onMade, onClose }: NewCompanyDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [name, setName] = useState("");
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const creating = useWrite(CreateCompanyMutation, ["Company", "CompanyConnection"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await creating.send({ displayName: name.trim(), timeZone: zone.trim() })) === null) return;
    onMade();
    onClose();
  };
  return (
    <Dialog
      title={t`New company`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={creating.sending === "yes"}>
            <Trans>Add</Trans>
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t`Name`}
          value={name}
          onChange={setName}
          maxLength={120}
          error={refusalOf(creating.userErrors, "displayName")}
          autoFocus
        />
        <TextField
          label={t`Time zone`}
          value={zone}
          onChange={setZone}
          hint={t`Such as Europe/Berlin`}
          error={refusalOf(creating.userErrors, "timeZone")}
        />
        <WriteProblems
          errors={errorsBesides(creating.userErrors, ["displayName", "timeZone"])}
          unanswered={creating.unanswered}
        />
      </form>
    </Dialog>
  );
}
