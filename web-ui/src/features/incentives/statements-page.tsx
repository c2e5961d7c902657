import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { StatementsQuery as Read } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { EmptyState } from "~/ui/state";
import table from "~/ui/table.module.css";
import { useMoney } from "./money";
import styles from "./page.module.css";
import { NoMoney, PayFrame, type PayPageProps } from "./pay-frame";
import { StateMark } from "./state-mark";
import { VerificationBadge } from "./verification-badge";

const StatementsQuery = graphql(`
  query Statements($slug: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      statements(first: 100) {
        nodes {
          id
          slug
          kind
          state
          agreementDisplayName
          period
          number
          total {
            amount
            currency
          }
          proposedAt
          viewerMay
        }
      }
    }
  }
`);

type Row = NonNullable<NonNullable<NonNullable<Read["partnership"]>["statements"]>["nodes"][number]>;

/** `/p/:slug/statements` */
export function StatementsPage({ slug, changes, absent }: PayPageProps) {
  const { t } = useLingui();
  const [reading, read] = useQuery({ query: StatementsQuery, variables: { slug } });
  return (
    <PayFrame
      slug={slug}
      title={t`Statements`}
      changes={changes}
      reading={reading}
      onRead={read}
      absent={absent}
      partnershipOf={(data) => data.partnership ?? null}
      found={({ statements }) => statements ?? null}
      actions={
        <>
          <a href={`/api/partnerships/${slug}/statements.csv`} download>
            <Trans>Download (CSV)</Trans>
          </a>
          <Link href={`/p/${slug}/agreements`}>
            <Trans>Agreements</Trans>
          </Link>
          <Link href={`/p/${slug}/openness`}>
            <Trans>Disclosures and evidence</Trans>
          </Link>
        </>
      }
      lost={<NoMoney />}
    >
      {({ statements }) => (
        <>
          <VerificationBadge slug={slug} />
          {(statements?.nodes.length ?? 0) === 0 ? (
            <EmptyState title={<Trans>No statement yet</Trans>}>
              <Trans>A statement comes by itself when a settlement period and its days of grace are over.</Trans>
            </EmptyState>
          ) : (
            <StatementTable slug={slug} rows={statements?.nodes ?? []} />
          )}
        </>
      )}
    </PayFrame>
  );
}

function StatementTable({ slug, rows }: { slug: string; rows: readonly Row[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const money = useMoney();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} aria-label={t`Statements`} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Period</Trans>
            </th>
            <th scope="col">
              <Trans>Agreement</Trans>
            </th>
            <th scope="col" data-numeric>
              <Trans>Pays the partner</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            <th scope="col">
              <Trans>Proposed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/p/${slug}/statements/${row.slug}`}>{format.period(row.period)}</Link>
                {row.kind === "ADJUSTMENT" ? (
                  <span className={styles.small}>
                    {" "}
                    <Trans>adjustment</Trans>
                  </span>
                ) : null}
              </th>
              <td>{row.agreementDisplayName}</td>
              <td data-numeric className={styles.amount}>
                {money.text(row.total)}
              </td>
              <td>
                <StateMark state={row.state} waits={row.viewerMay.includes("signStatement") ? "yes" : "no"} />
              </td>
              <td>{format.date(row.proposedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
