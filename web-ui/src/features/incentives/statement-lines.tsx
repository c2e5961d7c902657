import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { StatementLineFragment as Line } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { DecimalField } from "~/ui/decimal-field";
import { DecisionButtons } from "~/ui/decision-buttons";
import { Icon } from "~/ui/icons";
import { notify } from "~/ui/notices";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import form from "./form.module.css";
import { type Money, useMoney } from "./money";
import styles from "./statement-lines.module.css";
import { disputeWords } from "./words";

export const StatementLineDocument = graphql(`
  fragment StatementLine on StatementLine {
    lineId
    kind
    displayName
    kpiSlug
    amount {
      amount
      currency
    }
    formula
    inputs {
      key
      label
      value
    }
    figureMissing
    statedBefore {
      amount
      currency
    }
    dispute {
      state
      reason
      claimedAmount {
        amount
        currency
      }
      raisedBy {
        displayName
        companySlug
      }
      raisedAt
      decidedBy {
        displayName
      }
      decidedAt
      decisionReason
    }
  }
`);

const DisputeLineMutation = graphql(`
  mutation DisputeLine($input: DisputeLineInput!) {
    disputeLine(input: $input) {
      statement {
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

const DecideDisputeMutation = graphql(`
  mutation DecideDispute($input: DecideDisputeInput!) {
    decideDispute(input: $input) {
      statement {
        id
        slug
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

const WithdrawDisputeMutation = graphql(`
  mutation WithdrawDispute($input: WithdrawDisputeInput!) {
    withdrawDispute(input: $input) {
      statement {
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

interface StatementLinesProps {
  readonly lines: readonly (FragmentType<typeof StatementLineDocument> & { readonly lineId: string })[];
  readonly statementId: string;
  readonly total: Money;
  readonly may: readonly string[];
  readonly timeZone: string;
  readonly kpiHref: (kpi: string) => string;
}

/** The lines of a statement; each unfolds to the figures, the formula in words and what is said about it. */
export function StatementLines({ lines, statementId, total, may, timeZone, kpiHref }: StatementLinesProps) {
  const money = useMoney();
  return (
    <>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <StatementLine
            key={line.lineId}
            line={line}
            statementId={statementId}
            may={may}
            timeZone={timeZone}
            kpiHref={kpiHref}
          />
        ))}
      </ul>
      <p className={styles.sum}>
        <span>
          <Trans>Sum of the lines</Trans>
        </span>
        <span>{money.text(total)}</span>
      </p>
    </>
  );
}

interface LineProps extends Omit<StatementLinesProps, "lines" | "total"> {
  readonly line: FragmentType<typeof StatementLineDocument>;
}

function StatementLine({ line: masked, statementId, may, timeZone, kpiHref }: LineProps) {
  const { i18n } = useI18n();
  const line = readFragment(StatementLineDocument, masked);
  const money = useMoney();
  const { dispute } = line;
  return (
    <li className={styles.line}>
      <details>
        <summary>
          <Icon name="chevronRight" size={14} />
          <span className={styles.name}>
            {line.displayName}
            {dispute == null ? null : (
              <small data-loud={dispute.state === "OPEN" ? "" : undefined}>{i18n._(disputeWords[dispute.state])}</small>
            )}
            {line.figureMissing ? (
              <small data-loud="">
                <Trans>figure missing</Trans>
              </small>
            ) : null}
          </span>
          <span className={styles.amount}>
            {money.text(line.amount)}
            {line.statedBefore == null ? null : (
              <small>
                <Trans>stated before: {money.text(line.statedBefore)}</Trans>
              </small>
            )}
          </span>
        </summary>
        <div className={styles.detail}>
          <p className={styles.formula}>{line.formula}</p>
          <Inputs line={line} kpiHref={kpiHref} />
          {dispute == null ? null : (
            <Disputed line={line} dispute={dispute} statementId={statementId} may={may} timeZone={timeZone} />
          )}
          {may.includes("disputeLine") && dispute?.state !== "OPEN" ? (
            <DisputeForm statementId={statementId} line={line} />
          ) : null}
        </div>
      </details>
    </li>
  );
}

function Inputs({ line, kpiHref }: { line: Line; kpiHref: (kpi: string) => string }) {
  if (line.inputs.length === 0 && line.kpiSlug == null) return null;
  return (
    <>
      <dl className={styles.inputs}>
        {line.inputs.map(({ key, label, value }) => [
          <dt key={`${key} ${label}`}>{label}</dt>,
          <dd key={`${key} ${label} value`}>{value}</dd>,
        ])}
      </dl>
      {line.kpiSlug == null ? null : (
        <p data-print="hide">
          <Link href={kpiHref(line.kpiSlug)}>
            <Trans>The figures behind it</Trans>
          </Link>
        </p>
      )}
    </>
  );
}

interface DisputedProps {
  readonly line: Line;
  readonly dispute: NonNullable<Line["dispute"]>;
  readonly statementId: string;
  readonly may: readonly string[];
  readonly timeZone: string;
}

function Disputed({ line, dispute, statementId, may, timeZone }: DisputedProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const money = useMoney();
  const decide = useWrite(DecideDisputeMutation, ["Statement", "PayPanel"]);
  const withdraw = useWrite(WithdrawDisputeMutation, ["Statement", "PayPanel"]);
  const open = dispute.state === "OPEN";
  return (
    <div className={styles.dispute} data-over={open ? undefined : ""}>
      <p>
        <strong>{dispute.raisedBy.displayName}</strong>, {format.moment(dispute.raisedAt)}: {dispute.reason}
      </p>
      {dispute.claimedAmount == null ? null : (
        <p>
          <Trans>Holds {money.text(dispute.claimedAmount)} right.</Trans>
        </p>
      )}
      {dispute.decidedBy == null ? null : (
        <p>
          <strong>{dispute.decidedBy.displayName}</strong>: {dispute.decisionReason}
        </p>
      )}
      {open && may.includes("decideDispute") ? (
        <DecisionButtons
          subject={line.displayName}
          onDecide={(decision, reason) =>
            void decide.send({
              statement: statementId,
              lineId: line.lineId,
              decision,
              ...(reason === null ? {} : { reason }),
            })
          }
          sending={decide.sending}
          reasonError={errorOf(decide.userErrors, "reason")}
          problems={errorsBesides(decide.userErrors, ["reason"])}
          unanswered={decide.unanswered}
        />
      ) : null}
      {open && may.includes("withdrawDispute") ? (
        <div data-print="hide">
          <Button
            size="small"
            aria-label={t`Take the dispute back: ${line.displayName}`}
            isPending={withdraw.sending === "yes"}
            onPress={() => void withdraw.send({ statement: statementId, lineId: line.lineId })}
          >
            <Trans>Take the dispute back</Trans>
          </Button>
          <WriteProblems errors={withdraw.userErrors} unanswered={withdraw.unanswered} />
        </div>
      ) : null}
    </div>
  );
}

function DisputeForm({ statementId, line }: { statementId: string; line: Line }) {
  const { t } = useLingui();
  const [step, setStep] = useState<"closed" | "open">("closed");
  const [reason, setReason] = useState("");
  const [claimed, setClaimed] = useState<string | null>(null);
  const dispute = useWrite(DisputeLineMutation, ["Statement", "PayPanel"]);
  if (step === "closed") {
    return (
      <div data-print="hide">
        <Button size="small" look="quiet" icon="flag" onPress={() => setStep("open")}>
          <Trans>Dispute this line…</Trans>
        </Button>
      </div>
    );
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await dispute.send({
      statement: statementId,
      lineId: line.lineId,
      reason: reason.trim(),
      ...(claimed === null ? {} : { claimedAmount: { amount: claimed, currency: line.amount.currency } }),
    });
    if (done === null) return;
    notify({ kind: "done", text: t`Disputed. The other side answers.` });
    setStep("closed");
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate data-print="hide">
      <TextField
        label={t`What is wrong with it?`}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={2000}
        autoFocus
        error={errorOf(dispute.userErrors, "reason")}
      />
      <div className={form.row}>
        <DecimalField
          label={t`What would be right? (if you know)`}
          unit={line.amount.currency}
          onChange={setClaimed}
          error={errorOf(dispute.userErrors, "claimedAmount")}
        />
      </div>
      <div className={form.buttons}>
        <Button type="submit" look="primary" isPending={dispute.sending === "yes"}>
          <Trans>Dispute</Trans>
        </Button>
        <Button look="quiet" onPress={() => setStep("closed")}>
          <Trans>Back</Trans>
        </Button>
      </div>
      <WriteProblems
        errors={errorsBesides(dispute.userErrors, ["reason", "claimedAmount"])}
        unanswered={dispute.unanswered}
      />
    </form>
  );
}
