import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { graphql } from "~/graphql/gql";
import type { SettlementFrequency } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import type { Period } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { notify } from "~/ui/notices";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { runningAndNext } from "./coming";
import form from "./form.module.css";
import styles from "./page.module.css";

const EndAgreementMutation = graphql(`
  mutation EndAgreement($input: EndAgreementInput!) {
    endAgreement(input: $input) {
      agreement {
        id
        lastPeriod
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface EndAgreementProps {
  readonly agreement: { readonly id: string; readonly endAskedPeriod?: Period | null };
  /** Whether the other side has asked for it already. */
  readonly asked: "no" | "by-us" | "by-them";
  readonly frequency: SettlementFrequency;
  readonly timeZone: string;
}

/** The last settlement period that is paid: one leader names it, the other side's leader agrees by naming the same. */
export function EndAgreement({ agreement, asked, frequency, timeZone }: EndAgreementProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const theirs = asked === "by-them" ? (agreement.endAskedPeriod ?? null) : null;
  const periods = runningAndNext(frequency, dateIn(timeZone, new Date()), 11);
  const [chosen, setChosen] = useState<Period | null>(null);
  const period = chosen ?? theirs ?? periods[0] ?? "";
  const [reason, setReason] = useState("");
  const end = useWrite(EndAgreementMutation, ["Agreement", "PayPanel"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await end.send({ agreement: agreement.id, lastPeriod: period, reason: reason.trim() });
    if (done === null) return;
    setReason("");
    notify({
      kind: "done",
      text:
        done.agreement?.lastPeriod === period
          ? t`Agreed: ${format.periodLong(period)} is the last one paid.`
          : t`Asked. It ends once the other side agrees.`,
    });
  };
  return (
    <details className={styles.card} open={asked === "by-them"} data-print="hide">
      <summary>
        <Trans>End this agreement</Trans>
      </summary>
      <form className={form.form} onSubmit={submit} noValidate>
        <div className={form.row}>
          <Select
            label={t`Last period that is paid`}
            options={[...new Set([...(theirs === null ? [] : [theirs]), ...periods])].map((id) => ({
              id,
              text: format.periodLong(id),
            }))}
            selected={period}
            onSelect={setChosen}
            error={errorOf(end.userErrors, "lastPeriod")}
          />
          <TextField
            label={t`Why?`}
            value={reason}
            onChange={setReason}
            maxLength={2000}
            hint={t`The other side reads it. Periods until then are stated and paid as agreed.`}
            error={errorOf(end.userErrors, "reason")}
          />
        </div>
        <div className={form.buttons}>
          <Button type="submit" look="danger" isPending={end.sending === "yes"} isDisabled={reason.trim() === ""}>
            {theirs === period ? <Trans>Agree to end it then</Trans> : <Trans>Ask to end it then</Trans>}
          </Button>
        </div>
        <WriteProblems errors={errorsBesides(end.userErrors, ["lastPeriod", "reason"])} unanswered={end.unanswered} />
      </form>
    </details>
  );
}
