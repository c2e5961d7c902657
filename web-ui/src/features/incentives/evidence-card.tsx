import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { EvidenceDecision, EvidenceCardFragment as Piece, Side } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Segmented } from "~/ui/segmented";
import table from "~/ui/table.module.css";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import form from "./form.module.css";
import styles from "./page.module.css";
import { decisionWords, evidenceWords } from "./words";

export const EvidenceCardDocument = graphql(`
  fragment EvidenceCard on PayEvidence {
    id
    kind
    state
    kpiSlug
    kpiDisplayName
    text
    threshold
    shownAt
    concerns
    points {
      period
      value
      against
    }
    replies {
      author {
        displayName
      }
      text
      writtenAt
    }
    decision
    decidedBy {
      displayName
    }
    decidedAt
    decisionReason
    viewerMay
    decidableAt
  }
`);

const ReplyMutation = graphql(`
  mutation ReplyToEvidence($input: ReplyToEvidenceInput!) {
    replyToEvidence(input: $input) {
      evidence {
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

const DecideMutation = graphql(`
  mutation DecideEvidence($input: DecideEvidenceInput!) {
    decideEvidence(input: $input) {
      evidence {
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

interface EvidenceCardProps {
  readonly evidence: FragmentType<typeof EvidenceCardDocument>;
  readonly companies: Readonly<Record<Side, string>>;
  readonly timeZone: string;
  readonly kpiHref: (kpi: string) => string;
}

/** What was seen with its figures, what the side it concerns says to it, and what a leader makes of it. */
export function EvidenceCard({ evidence: masked, companies, timeZone, kpiHref }: EvidenceCardProps) {
  const { i18n } = useI18n();
  const evidence = readFragment(EvidenceCardDocument, masked);
  const format = useFormat(timeZone);
  return (
    <article className={styles.card}>
      <div className={styles.header}>
        <h3>
          {i18n._(evidenceWords[evidence.kind])}:{" "}
          <Link href={kpiHref(evidence.kpiSlug)}>{evidence.kpiDisplayName}</Link>
        </h3>
        <span className={styles.state} data-loud={evidence.state === "OPEN" ? "waits" : undefined}>
          {evidence.decision == null ? <Trans>Open</Trans> : i18n._(decisionWords[evidence.decision])}
        </span>
      </div>
      <p>{evidence.text}</p>
      <Points evidence={evidence} />
      <p className={styles.small}>
        <Trans>
          Shown on {format.date(evidence.shownAt)}; {companies[evidence.concerns]} has the right of reply.
        </Trans>
      </p>
      {evidence.replies.map((reply) => (
        <blockquote key={reply.writtenAt} className={styles.reply}>
          <p>{reply.text}</p>
          <footer className={styles.small}>
            {reply.author.displayName}, {format.moment(reply.writtenAt)}
          </footer>
        </blockquote>
      ))}
      {evidence.decidedBy == null || evidence.decidedAt == null ? null : (
        <p>
          <strong>{evidence.decidedBy.displayName}</strong>, {format.moment(evidence.decidedAt)}:{" "}
          {evidence.decisionReason}
        </p>
      )}
      {evidence.viewerMay.includes("replyToEvidence") ? <ReplyForm id={evidence.id} /> : null}
      {evidence.viewerMay.includes("decideEvidence") ? <DecideForm id={evidence.id} /> : null}
    </article>
  );
}

function Points({ evidence }: { evidence: Piece }) {
  const { t } = useLingui();
  const format = useFormat();
  if (evidence.points.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} aria-label={t`Figures`} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Period</Trans>
            </th>
            {evidence.points.map(({ period }) => (
              <th key={period} scope="col" data-numeric>
                {format.period(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Trans>Figure</Trans>
            </th>
            {evidence.points.map(({ period, value }) => (
              <td key={period} data-numeric>
                {value}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">
              <Trans>Compared with</Trans>
            </th>
            {evidence.points.map(({ period, against }) => (
              <td key={period} data-numeric>
                {against ?? evidence.threshold ?? "–"}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function ReplyForm({ id }: { id: string }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const reply = useWrite(ReplyMutation, ["PayEvidence", "PayPanel"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await reply.send({ evidence: id, text: text.trim() })) !== null) setText("");
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate data-print="hide">
      <TextField
        label={t`Reply`}
        value={text}
        onChange={setText}
        lines={2}
        maxLength={2000}
        error={errorOf(reply.userErrors, "text")}
      />
      <div className={form.buttons}>
        <Button type="submit" isPending={reply.sending === "yes"} isDisabled={text.trim() === ""}>
          <Trans>Reply</Trans>
        </Button>
      </div>
      <WriteProblems errors={errorsBesides(reply.userErrors, ["text"])} unanswered={reply.unanswered} />
    </form>
  );
}

const decisions: readonly EvidenceDecision[] = ["EXPLAINED", "NOTED", "RENEGOTIATE"];

function DecideForm({ id }: { id: string }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [decision, setDecision] = useState<EvidenceDecision>("EXPLAINED");
  const [reason, setReason] = useState("");
  const decide = useWrite(DecideMutation, ["PayEvidence", "PayPanel"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await decide.send({ evidence: id, decision, reason: reason.trim() });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate data-print="hide">
      <Segmented
        label={t`Decision`}
        options={decisions.map((each) => ({ id: each, text: i18n._(decisionWords[each]) }))}
        selected={decision}
        onSelect={setDecision}
      />
      <TextField
        label={t`Why so?`}
        value={reason}
        onChange={setReason}
        lines={2}
        maxLength={2000}
        error={errorOf(decide.userErrors, "reason")}
      />
      <div className={form.buttons}>
        <Button type="submit" look="primary" isPending={decide.sending === "yes"} isDisabled={reason.trim() === ""}>
          <Trans>Decide</Trans>
        </Button>
      </div>
      <WriteProblems errors={errorsBesides(decide.userErrors, ["reason"])} unanswered={decide.unanswered} />
    </form>
  );
}
