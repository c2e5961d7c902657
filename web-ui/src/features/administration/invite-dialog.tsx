import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import type { DateTime } from "~/lib/scalars";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Segmented } from "~/ui/segmented";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";
import { LinkDelivery } from "./link-delivery";

const InvitePersonMutation = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      person {
        id
      }
      delivery {
        mailed
        path
        expiresAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface InviteDialogProps {
  readonly company: { readonly slug: string; readonly name: string };
  /** Whether the viewer may make administrators. */
  readonly mayMakeAdministrators: "no" | "yes";
  readonly onInvited: () => void;
  readonly onClose: () => void;
}

interface Delivered {
  readonly email: string;
  readonly delivery: { readonly mailed: boolean; readonly path: string | null; readonly expiresAt: DateTime };
}

/** Somebody new, who chooses their own password by a link. */
export function InviteDialog({ company, mayMakeAdministrators, onInvited, onClose }: InviteDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [kind, setKind] = useState<"person" | "administrator">("person");
  const [delivered, setDelivered] = useState<Delivered | null>(null);
  const inviting = useWrite(InvitePersonMutation, ["Person", "PersonConnection"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await inviting.send({
      displayName: name.trim(),
      email: email.trim(),
      company: company.slug,
      administrator: kind === "administrator",
    });
    if (done === null) return;
    onInvited();
    if (done.delivery == null) onClose();
    else setDelivered({ email: email.trim(), delivery: { ...done.delivery, path: done.delivery.path ?? null } });
  };
  return (
    <Dialog
      title={t`Invite somebody to ${company.name}`}
      isOpen
      onClose={onClose}
      actions={
        delivered === null ? (
          <>
            <Button onPress={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button look="primary" type="submit" form={form} isPending={inviting.sending === "yes"}>
              <Trans>Invite</Trans>
            </Button>
          </>
        ) : (
          <Button look="primary" onPress={onClose}>
            <Trans>Done</Trans>
          </Button>
        )
      }
    >
      {delivered === null ? (
        <form id={form} className={styles.form} onSubmit={submit} noValidate>
          <TextField
            label={t`Name`}
            value={name}
            onChange={setName}
            maxLength={120}
            error={refusalOf(inviting.userErrors, "displayName")}
            autoFocus
          />
          <TextField
            label={t`E-mail`}
            type="email"
            value={email}
            onChange={setEmail}
            maxLength={300}
            hint={t`They sign in with it, and the link goes there.`}
            error={refusalOf(inviting.userErrors, "email")}
          />
          {mayMakeAdministrators === "yes" ? (
            <Segmented
              label={t`What they may do`}
              options={[
                { id: "person", text: t`Works on partnerships` },
                { id: "administrator", text: t`Sets up the installation` },
              ]}
              selected={kind}
              onSelect={setKind}
            />
          ) : null}
          <WriteProblems
            errors={errorsBesides(inviting.userErrors, ["displayName", "email"])}
            unanswered={inviting.unanswered}
          />
        </form>
      ) : (
        <LinkDelivery email={delivered.email} delivery={delivered.delivery} />
      )}
    </Dialog>
  );
}
