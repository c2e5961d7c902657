import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import type { Aggregation } from "~/graphql/graphql";
import { type Measure, useFormat } from "~/lib/format";
import type { Decimal, Period } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { notify } from "~/ui/notices";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./correct-dialog.module.css";
import { type Entry, emptyEntry, modesOf, readEntry } from "./entry";
import { EntryFields } from "./entry-fields";

const ProposeCorrectionMutation = graphql(`
  mutation ProposeCorrection($input: ProposeCorrectionInput!) {
    proposeCorrection(input: $input) {
      correction {
        id
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

/** A current figure, as far as correcting it needs it. */
export interface CorrectableFigure {
  readonly period: Period;
  readonly revision: number;
  readonly value?: Decimal | null;
  readonly numerator?: Decimal | null;
  readonly denominator?: Decimal | null;
  readonly noActivity: boolean;
}

interface CorrectDialogProps {
  readonly slug: string;
  readonly kpi: Measure & { readonly slug: string; readonly displayName: string; readonly aggregation: Aggregation };
  readonly figure: CorrectableFigure;
  readonly onClose: () => void;
}

/** Proposes another figure for a period that has one. The figure stays until the other side approves. */
export function CorrectDialog({ slug, kpi, figure, onClose }: CorrectDialogProps) {
  const { t } = useLingui();
  const format = useFormat();
  const form = useId();
  const [entry, setEntry] = useState<Entry>(() => emptyEntry(kpi.aggregation));
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState<"no" | "yes">("no");
  const proposing = useWrite(ProposeCorrectionMutation, ["Correction", "Scorecard", "KpiDetail"]);
  const reading = readEntry(entry, format.locale);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked("yes");
    if (reading.kind !== "figure") return;
    const done = await proposing.send({
      partnership: slug,
      kpi: kpi.slug,
      period: figure.period,
      supersedesRevision: figure.revision,
      figure: reading.figure,
      reason: reason.trim(),
    });
    if (done === null) return;
    notify({ kind: "done", text: t`Correction proposed. The other side decides on it.` });
    onClose();
  };

  return (
    <Dialog
      title={t`Correct ${kpi.displayName}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={proposing.sending === "yes"}>
            <Trans>Propose correction</Trans>
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>
          {format.periodLong(figure.period)}:{" "}
          <strong>{figure.noActivity ? t`no activity` : format.figure(figure.value, kpi)}</strong>
          {figure.numerator == null || figure.denominator == null ? null : (
            <>
              {" "}
              ({figure.numerator} / {figure.denominator})
            </>
          )}
          . <Trans>It stays until the other side approves, and stays readable after.</Trans>
        </p>
        <EntryFields
          entry={entry}
          onChange={setEntry}
          modes={modesOf(kpi.aggregation)}
          subject={`${kpi.displayName}, ${format.period(figure.period)}`}
          unit={format.unit(kpi)}
          checked={checked}
          autoFocus
          errorOf={(field) =>
            checked === "yes" && reading.kind === "empty" && field !== "denominator"
              ? t`Enter the right figure.`
              : errorOf(proposing.userErrors, `figure.${field}`)
          }
        />
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          lines={3}
          maxLength={500}
          error={errorOf(proposing.userErrors, "reason")}
        />
        <WriteProblems
          errors={errorsBesides(proposing.userErrors, [
            "reason",
            "figure.value",
            "figure.numerator",
            "figure.denominator",
          ])}
          unanswered={proposing.unanswered}
        />
      </form>
    </Dialog>
  );
}
