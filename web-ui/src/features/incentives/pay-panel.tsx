import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { PayPanelFragment as Panel } from "~/graphql/graphql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { toneOf, useMoney } from "./money";
import styles from "./pay-panel.module.css";

export const PayPanelDocument = graphql(`
  fragment PayPanel on PayPanel {
    live
    knownAt
    computedAt
    openEvidence
    waiting {
      kind
      slug
    }
    head {
      count
      digest
    }
    projections {
      agreementSlug
      agreementDisplayName
      period
      amount {
        amount
        currency
      }
      amountBefore {
        amount
        currency
      }
      credits {
        amount
        currency
      }
      movements {
        kpiSlug
        kpiDisplayName
        change {
          amount
          currency
        }
      }
      openQuestions
    }
  }
`);

interface PayPanelProps {
  readonly slug: string;
  readonly panel: FragmentType<typeof PayPanelDocument>;
}

const moversShown = 3;

/** What the score pays, in the page's right column: how much, what moved it, what waits. */
export function PayPanel({ slug, panel: masked }: PayPanelProps) {
  const panel = readFragment(PayPanelDocument, masked);
  const format = useFormat();
  const now = useNow();
  return (
    <section className={styles.panel} aria-labelledby="pay">
      <div className={styles.head}>
        <h2 id="pay">
          <Trans>What the score pays</Trans>
        </h2>
        <Link href={`/p/${slug}/statements`} data-print="hide">
          <Trans>Statements</Trans>
        </Link>
      </div>
      {panel.live ? null : (
        <p className={styles.stale} role="status">
          <Trans>Incentives can't be reached. Last known at {format.when(panel.knownAt, now)}.</Trans>
        </p>
      )}
      <Waiting slug={slug} panel={panel} />
      {panel.openEvidence === 0 ? null : (
        <p className={styles.since}>
          <Link href={`/p/${slug}/openness`}>
            <Plural
              value={panel.openEvidence}
              one="# piece of evidence is open"
              other="# pieces of evidence are open"
            />
          </Link>
        </p>
      )}
      {panel.projections.length === 0 ? (
        <p className={styles.since}>
          <Trans>No agreement is in force.</Trans>{" "}
          <Link href={`/p/${slug}/agreements`}>
            <Trans>Agreements</Trans>
          </Link>
        </p>
      ) : (
        panel.projections.map((projection) => (
          <Projected key={projection.agreementSlug} slug={slug} projection={projection} />
        ))
      )}
      <p className={styles.journal} title={panel.head.digest}>
        <Trans>
          Journal: <Plural value={panel.head.count} one="# entry" other="# entries" />, head{" "}
          <code>{panel.head.digest.slice(0, 12)}</code>
        </Trans>
      </p>
    </section>
  );
}

/** In the panel's place while nothing is known of it. */
export function PayUnknown() {
  return (
    <section className={styles.panel} aria-labelledby="pay">
      <h2 id="pay" className={styles.title}>
        <Trans>What the score pays</Trans>
      </h2>
      <p className={styles.stale} role="status">
        <Trans>Incentives can't be reached. Nothing is known of it yet.</Trans>
      </p>
    </section>
  );
}

function Waiting({ slug, panel }: { slug: string; panel: Panel }) {
  if (panel.waiting.length === 0) return null;
  return (
    <ul className={styles.waiting}>
      {panel.waiting.map(({ kind, slug: paper }) => (
        <li key={kind + paper}>
          <WaitingPaper slug={slug} kind={kind} paper={paper} />
        </li>
      ))}
    </ul>
  );
}

function WaitingPaper({ slug, kind, paper }: { slug: string; kind: string; paper: string }) {
  switch (kind) {
    case "statements":
      return (
        <Link href={`/p/${slug}/statements/${paper}`}>
          <Trans>A statement waits for your side</Trans>
        </Link>
      );
    case "agreements":
      return (
        <Link href={`/p/${slug}/agreements/${paper}`}>
          <Trans>An agreement waits for your side</Trans>
        </Link>
      );
    default:
      return (
        <Link href={`/p/${slug}/openness`}>
          <Trans>Evidence waits for your side</Trans>
        </Link>
      );
  }
}

function Projected({ slug, projection }: { slug: string; projection: Panel["projections"][number] }) {
  const { t } = useLingui();
  const format = useFormat();
  const money = useMoney();
  const { amountBefore } = projection;
  return (
    <div className={styles.projection}>
      <p className={styles.name}>
        <Link href={`/p/${slug}/agreements/${projection.agreementSlug}`}>{projection.agreementDisplayName}</Link>,{" "}
        {format.period(projection.period)}
      </p>
      <p className={styles.amount}>{money.text(projection.amount)}</p>
      {amountBefore == null ? null : (
        <p className={styles.since}>
          <Trans>{money.text(amountBefore)} the period before</Trans>
        </p>
      )}
      {projection.movements.length === 0 ? null : (
        <ul className={styles.moved} aria-label={t`What moved it`}>
          {projection.movements.slice(0, moversShown).map(({ kpiSlug, kpiDisplayName, change }) => (
            <li key={kpiSlug}>
              <span>{kpiDisplayName}</span>
              <span data-tone={toneOf(change)}>{money.change(change)}</span>
            </li>
          ))}
          {toneOf(projection.credits) === "none" ? null : (
            <li>
              <span>
                <Trans>Credits for telling early</Trans>
              </span>
              <span data-tone={toneOf(projection.credits)}>{money.change(projection.credits)}</span>
            </li>
          )}
        </ul>
      )}
      {projection.openQuestions.map((question) => (
        <p key={question} className={styles.since}>
          {question}
        </p>
      ))}
    </div>
  );
}
