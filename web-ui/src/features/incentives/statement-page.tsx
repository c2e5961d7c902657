import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { StatementQuery as Read } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { notify } from "~/ui/notices";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import form from "./form.module.css";
import { toneOf, useMoney } from "./money";
import styles from "./page.module.css";
import { NoMoney, PayFrame, type PayPageProps } from "./pay-frame";
import { SignDialog } from "./sign-dialog";
import { StateMark } from "./state-mark";
import { StatementLines } from "./statement-lines";
import { VerificationBadge } from "./verification-badge";

const StatementQuery = graphql(`
  query Statement($slug: String!, $statement: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      owner {
        displayName
      }
      partner {
        displayName
      }
      statement(slug: $statement) {
        id
        slug
        kind
        state
        agreementSlug
        agreementDisplayName
        version
        versionDigest
        period
        number
        total {
          amount
          currency
        }
        proposedAt
        proposedBy {
          displayName
        }
        reason
        signatures {
          actor {
            displayName
            side
          }
          signedAt
          digest
        }
        settledAt
        settledBy {
          displayName
        }
        settlementReference
        supersededBy
        follows
        sequence
        digest
        predecessorDigest
        head {
          count
          digest
        }
        viewerMay
        lines {
          lineId
          ...StatementLine
        }
      }
    }
  }
`);

const SignStatementMutation = graphql(`
  mutation SignStatement($input: SignStatementInput!) {
    signStatement(input: $input) {
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

const SettleStatementMutation = graphql(`
  mutation SettleStatement($input: SettleStatementInput!) {
    settleStatement(input: $input) {
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

type Partnership = NonNullable<Read["partnership"]>;
type Statement = NonNullable<Partnership["statement"]>;

/** `/p/:slug/statements/:statement` */
export function StatementPage({ slug, statement, changes, absent }: PayPageProps & { statement: string }) {
  const { t } = useLingui();
  const [reading, read] = useQuery({ query: StatementQuery, variables: { slug, statement } });
  return (
    <PayFrame
      slug={slug}
      title={t`Statement`}
      changes={changes}
      reading={reading}
      onRead={read}
      absent={absent}
      partnershipOf={(data) => data.partnership ?? null}
      found={({ statement: found }) => found ?? null}
      actions={
        <>
          <Link href={`/p/${slug}/statements`}>
            <Trans>All statements</Trans>
          </Link>
          <Button icon="print" onPress={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </>
      }
      lost={<NoMoney />}
    >
      {(partnership) =>
        partnership.statement == null ? null : (
          <Body slug={slug} partnership={partnership} statement={partnership.statement} />
        )
      }
    </PayFrame>
  );
}

function Body({ slug, partnership, statement }: { slug: string; partnership: Partnership; statement: Statement }) {
  const { t } = useLingui();
  const format = useFormat(partnership.timeZone);
  const money = useMoney();
  const [signing, setSigning] = useState<"closed" | "open">("closed");
  const sign = useWrite(SignStatementMutation, ["Statement", "PayPanel"]);
  const total = money.text(statement.total);
  const period = format.period(statement.period);
  return (
    <>
      <section className={styles.card}>
        <div className={styles.header}>
          <div>
            <h2>
              {statement.agreementDisplayName}, {period}
              {statement.kind === "ADJUSTMENT" ? <> · {t`adjustment`}</> : null}
            </h2>
            <p className={styles.small}>
              {partnership.owner.displayName} · {partnership.partner.displayName}
            </p>
          </div>
          <StateMark state={statement.state} waits={statement.viewerMay.includes("signStatement") ? "yes" : "no"} />
        </div>
        {statement.reason == null ? null : <p>{statement.reason}</p>}
        <Neighbours slug={slug} statement={statement} />
        <dl className={styles.facts}>
          <div>
            <dt>
              {toneOf(statement.total) === "loss" ? <Trans>The partner pays</Trans> : <Trans>Pays the partner</Trans>}
            </dt>
            <dd className={styles.total}>{total}</dd>
          </div>
          <div>
            <dt>
              <Trans>Proposed</Trans>
            </dt>
            <dd>
              {format.moment(statement.proposedAt)}, {statement.proposedBy.displayName}
            </dd>
          </div>
          <Signatures statement={statement} partnership={partnership} />
          {statement.settledAt == null ? null : (
            <div>
              <dt>
                <Trans>Paid</Trans>
              </dt>
              <dd>
                {format.moment(statement.settledAt)}, {statement.settledBy?.displayName}
                <span className={styles.small}> {statement.settlementReference}</span>
              </dd>
            </div>
          )}
        </dl>
        <div className={styles.actions} data-print="hide">
          {statement.viewerMay.includes("signStatement") ? (
            <Button look="primary" icon="check" onPress={() => setSigning("open")}>
              <Trans>Sign for your side…</Trans>
            </Button>
          ) : null}
        </div>
        {statement.viewerMay.includes("settleStatement") ? <SettleForm id={statement.id} /> : null}
      </section>

      <section className={styles.card} aria-labelledby="lines">
        <h2 id="lines">
          <Trans>Line by line</Trans>
        </h2>
        <StatementLines
          lines={statement.lines}
          statementId={statement.id}
          total={statement.total}
          may={statement.viewerMay}
          timeZone={partnership.timeZone}
          kpiHref={(kpi) => `/p/${slug}/kpis/${kpi}`}
        />
      </section>

      <VerificationBadge slug={slug} />
      <section className={styles.card}>
        <h2>
          <Trans>Proof</Trans>
        </h2>
        <p className={styles.small}>
          <Trans>
            Keep this page: each digest contains the one before it. If the journal is ever changed, the head printed
            here no longer occurs in it.
          </Trans>
        </p>
        <dl className={styles.proof}>
          <dt>
            <Trans>Place in the journal</Trans>
          </dt>
          <dd>
            {statement.sequence} / {statement.head.count}
          </dd>
          <dt>
            <Trans>Digest</Trans>
          </dt>
          <dd className={styles.digest}>{statement.digest}</dd>
          <dt>
            <Trans>Digest before it</Trans>
          </dt>
          <dd className={styles.digest}>{statement.predecessorDigest}</dd>
          <dt>
            <Trans>Head of the journal</Trans>
          </dt>
          <dd className={styles.digest}>{statement.head.digest}</dd>
          <dt>
            <Trans>Agreement, version {statement.version}</Trans>
          </dt>
          <dd className={styles.digest}>{statement.versionDigest}</dd>
        </dl>
      </section>
      <SignDialog
        title={t`Sign the statement of ${period}`}
        digest={statement.digest}
        isOpen={signing === "open"}
        onClose={() => {
          sign.clear();
          setSigning("closed");
        }}
        onSign={async (password) => {
          const done = await sign.send({ statement: statement.id, digest: statement.digest, password });
          if (done === null) return "refused";
          notify({ kind: "done", text: t`Signed.` });
          return "signed";
        }}
        sending={sign.sending}
        userErrors={sign.userErrors}
        unanswered={sign.unanswered}
      >
        <p>
          <Trans>
            You sign {total} for {period}. Once both sides have signed, it never changes again; later corrections make a
            statement of their own.
          </Trans>
        </p>
      </SignDialog>
    </>
  );
}

function Neighbours({ slug, statement }: { slug: string; statement: Statement }) {
  return (
    <>
      {statement.supersededBy == null ? null : (
        <p>
          <Trans>
            Replaced by <Link href={`/p/${slug}/statements/${statement.supersededBy}`}>{statement.supersededBy}</Link>.
          </Trans>
        </p>
      )}
      {statement.follows == null ? null : (
        <p>
          <Trans>
            Follows <Link href={`/p/${slug}/statements/${statement.follows}`}>{statement.follows}</Link>.
          </Trans>
        </p>
      )}
    </>
  );
}

function Signatures({ statement, partnership }: { statement: Statement; partnership: Partnership }) {
  const format = useFormat(partnership.timeZone);
  const sides = [
    { side: "OWNER", company: partnership.owner.displayName },
    { side: "PARTNER", company: partnership.partner.displayName },
  ] as const;
  return sides.map(({ side, company }) => {
    const signature = statement.signatures.find(({ actor }) => actor.side === side);
    return (
      <div key={side}>
        <dt>
          <Trans>Signed for {company}</Trans>
        </dt>
        <dd>
          {signature === undefined ? (
            <Trans>not yet</Trans>
          ) : (
            <>
              <Icon name="check" size={12} /> {signature.actor.displayName}, {format.moment(signature.signedAt)}
            </>
          )}
        </dd>
      </div>
    );
  });
}

function SettleForm({ id }: { id: string }) {
  const { t } = useLingui();
  const [reference, setReference] = useState("");
  const settle = useWrite(SettleStatementMutation, ["Statement", "PayPanel"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await settle.send({ statement: id, reference: reference.trim() });
    if (done !== null) notify({ kind: "done", text: t`Settled.` });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate data-print="hide">
      <div className={form.row}>
        <TextField
          label={t`Paid with`}
          value={reference}
          onChange={setReference}
          maxLength={200}
          hint={t`Such as the number of the payment.`}
          error={errorOf(settle.userErrors, "reference")}
        />
      </div>
      <div className={form.buttons}>
        <Button type="submit" isPending={settle.sending === "yes"} isDisabled={reference.trim() === ""}>
          <Trans>Mark as paid</Trans>
        </Button>
      </div>
      <WriteProblems errors={errorsBesides(settle.userErrors, ["reference"])} unanswered={settle.unanswered} />
    </form>
  );
}
