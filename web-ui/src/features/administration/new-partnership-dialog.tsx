import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { graphql } from "~/graphql/gql";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";

const CreatePartnershipMutation = graphql(`
  mutation CreatePartnership($input: CreatePartnershipInput!) {
    createPartnership(input: $input) {
      partnership {
        id
        slug
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface NewPartnershipDialogProps {
  readonly companies: readonly { readonly slug: string; readonly displayName: string }[];
  readonly onMade: () => void;
  readonly onClose: () => void;
}

const shown = ["displayName", "owner", "partner", "currency", "timeZone", "dataNotice"];

/** Two companies come together; then their people are put on it. */
export function NewPartnershipDialog({ companies, onMade, onClose }: NewPartnershipDialogProps) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const form = useId();
  const [name, setName] = useState("");
  const [owner, setOwner] = useState<string | null>(null);
  const [partner, setPartner] = useState<string | null>(null);
  const [currency, setCurrency] = useState("EUR");
  const [zone, setZone] = useState("");
  const [notice, setNotice] = useState("");
  const [checked, setChecked] = useState<"no" | "yes">("no");
  const creating = useWrite(CreatePartnershipMutation, ["Partnership", "PartnershipConnection"]);
  const options = companies.map(({ slug: id, displayName: text }) => ({ id, text }));
  const missing = (company: string | null) => (checked === "yes" && company === null ? t`Choose a company.` : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked("yes");
    if (owner === null || partner === null) return;
    const made = await creating.send({
      displayName: name.trim(),
      owner,
      partner,
      currency: currency.trim().toUpperCase(),
      timeZone: zone.trim() === "" ? null : zone.trim(),
      dataNotice: notice.trim() === "" ? null : notice.trim(),
    });
    if (made === null) return;
    onMade();
    onClose();
    if (made.partnership != null) go(`/p/${made.partnership.slug}/people`);
  };
  return (
    <Dialog
      title={t`New partnership`}
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
        <div className={styles.pair}>
          <Select
            label={t`Owner: whose products are made`}
            options={options}
            selected={owner}
            onSelect={setOwner}
            placeholder={t`Choose a company`}
            error={missing(owner) ?? refusalOf(creating.userErrors, "owner")}
          />
          <Select
            label={t`Partner: who makes them`}
            options={options}
            selected={partner}
            onSelect={setPartner}
            placeholder={t`Choose a company`}
            error={missing(partner) ?? refusalOf(creating.userErrors, "partner")}
          />
          <TextField
            label={t`Currency`}
            value={currency}
            onChange={setCurrency}
            maxLength={3}
            hint={t`Such as EUR`}
            error={refusalOf(creating.userErrors, "currency")}
          />
          <TextField
            label={t`Time zone`}
            value={zone}
            onChange={setZone}
            hint={t`Empty for the owner's`}
            error={refusalOf(creating.userErrors, "timeZone")}
          />
        </div>
        <TextField
          label={t`Where the figures come from`}
          value={notice}
          onChange={setNotice}
          lines={2}
          maxLength={1000}
          hint={t`What a reader must know; may be empty.`}
          error={refusalOf(creating.userErrors, "dataNotice")}
        />
        <WriteProblems errors={errorsBesides(creating.userErrors, shown)} unanswered={creating.unanswered} />
      </form>
    </Dialog>
  );
}
