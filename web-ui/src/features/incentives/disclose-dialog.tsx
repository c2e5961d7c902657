import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import type { Frequency } from "~/graphql/graphql";
import { type Measure, useFormat } from "~/lib/format";
import { kindOfFrequency } from "~/lib/periods";
import type { Decimal, Period } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { DecimalField } from "~/ui/decimal-field";
import { Dialog } from "~/ui/dialog";
import { notify } from "~/ui/notices";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { coming } from "./coming";
import form from "./form.module.css";

const DiscloseMutation = graphql(`
  mutation Disclose($input: DiscloseInput!) {
    disclose(input: $input) {
      disclosure {
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

interface DiscloseDialogProps {
  readonly slug: string;
  readonly kpi: Measure & { readonly slug: string; readonly displayName: string; readonly frequency: Frequency };
  readonly timeZone: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** «We expect to miss this»: which period, what is coming. What is typed stays when it is closed. */
export function DiscloseDialog({ slug, kpi, timeZone, isOpen, onClose }: DiscloseDialogProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const id = useId();
  const periods = coming(kindOfFrequency[kpi.frequency], dateIn(timeZone, new Date()), 5);
  const [period, setPeriod] = useState<Period>(periods[0] ?? "");
  const [text, setText] = useState("");
  const [expected, setExpected] = useState<Decimal | null>(null);
  const disclose = useWrite(DiscloseMutation, ["Disclosure", "PayPanel"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await disclose.send({
      partnership: slug,
      kpi: kpi.slug,
      period,
      text: text.trim(),
      ...(expected === null ? {} : { expectedValue: expected }),
    });
    if (done === null) return;
    notify({ kind: "done", text: t`Disclosed. Both sides see it, with its time.` });
    setText("");
    onClose();
  };
  return (
    <Dialog
      title={t`We expect to miss this: ${kpi.displayName}`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={id} isPending={disclose.sending === "yes"}>
            <Trans>Disclose</Trans>
          </Button>
        </>
      }
    >
      <form id={id} className={form.form} onSubmit={submit} noValidate>
        <Select
          label={t`Period`}
          options={periods.map((each) => ({ id: each, text: format.periodLong(each) }))}
          selected={period}
          onSelect={setPeriod}
          error={errorOf(disclose.userErrors, "period")}
        />
        <TextField
          label={t`What is coming?`}
          value={text}
          onChange={setText}
          lines={3}
          maxLength={2000}
          autoFocus
          hint={t`Both sides read it. Told early, it never pays less than hidden.`}
          error={errorOf(disclose.userErrors, "text")}
        />
        <DecimalField
          label={t`Figure you expect (if you know)`}
          unit={format.unit(kpi)}
          onChange={setExpected}
          error={errorOf(disclose.userErrors, "expectedValue")}
        />
        <WriteProblems
          errors={errorsBesides(disclose.userErrors, ["period", "text", "expectedValue"])}
          unanswered={disclose.unanswered}
        />
      </form>
    </Dialog>
  );
}
