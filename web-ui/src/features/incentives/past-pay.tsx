import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { useMoney } from "./money";
import styles from "./pay-panel.module.css";
import { StateMark } from "./state-mark";

export const PastPayDocument = graphql(`
  fragment PastPay on StatementConnection {
    nodes {
      id
      slug
      period
      state
      total {
        amount
        currency
      }
    }
  }
`);

interface PastPayProps {
  readonly slug: string;
  readonly statements: FragmentType<typeof PastPayDocument>;
}

/** In the pay panel's place when the page shows the past: the latest statements and where they stood then. */
export function PastPay({ slug, statements }: PastPayProps) {
  const format = useFormat();
  const money = useMoney();
  const { nodes } = readFragment(PastPayDocument, statements);
  return (
    <section className={styles.panel} aria-labelledby="pay">
      <h2 id="pay" className={styles.title}>
        <Trans>What the score paid</Trans>
      </h2>
      <p className={styles.since}>
        <Trans>As it was stated by then. What a running period was projected to pay isn't kept.</Trans>
      </p>
      {nodes.length === 0 ? (
        <p className={styles.since}>
          <Trans>Nothing was stated by then.</Trans>
        </p>
      ) : (
        <ul className={styles.moved}>
          {nodes.map((statement) => (
            <li key={statement.id}>
              <span>
                <Link href={`/p/${slug}/statements/${statement.slug}`}>{format.period(statement.period)}</Link>{" "}
                <StateMark state={statement.state} waits="no" />
              </span>
              <span>{money.text(statement.total)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
