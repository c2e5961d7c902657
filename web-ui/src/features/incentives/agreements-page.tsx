import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { AgreementsQuery as Read } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { EmptyState } from "~/ui/state";
import styles from "./page.module.css";
import { NoMoney, PayFrame, type PayPageProps } from "./pay-frame";
import { mayWriteTerms } from "./rights";
import { versionWords } from "./words";

const AgreementsQuery = graphql(`
  query Agreements($slug: String!) {
    partnership(slug: $slug) {
      id
      displayName
      viewerMay
      agreements(first: 100) {
        nodes {
          id
          slug
          displayName
          versionInForce
          lastPeriod
          viewerMay
          draft {
            writtenAt
          }
          versions {
            version
            state
            proposedAt
            inForceSince
            terms {
              firstPeriod
              rules {
                ruleId
                displayName
              }
            }
          }
        }
      }
    }
  }
`);

/** `/p/:slug/agreements` */
export function AgreementsPage({ slug, changes, absent }: PayPageProps) {
  const { t } = useLingui();
  const [reading, read] = useQuery({ query: AgreementsQuery, variables: { slug } });
  const mayWrite = mayWriteTerms(reading.data?.partnership?.viewerMay ?? []);
  const write = mayWrite ? (
    <Link href={`/p/${slug}/agreements/new`}>
      <Trans>Write an agreement</Trans>
    </Link>
  ) : null;
  return (
    <PayFrame
      slug={slug}
      title={t`Agreements`}
      changes={changes}
      reading={reading}
      onRead={read}
      absent={absent}
      partnershipOf={(data) => data.partnership ?? null}
      found={({ agreements }) => agreements ?? null}
      actions={
        <>
          {write}
          <Link href={`/p/${slug}/statements`}>
            <Trans>Statements</Trans>
          </Link>
        </>
      }
      lost={<NoMoney />}
    >
      {({ agreements }) =>
        (agreements?.nodes.length ?? 0) === 0 ? (
          <EmptyState title={<Trans>No agreement yet</Trans>} action={write}>
            <Trans>
              An agreement says what the score pays. A leader of each side signs it; until then it pays nothing.
            </Trans>
          </EmptyState>
        ) : (
          <div className={styles.list}>
            {agreements?.nodes.map((agreement) => (
              <AgreementCard key={agreement.id} slug={slug} agreement={agreement} />
            ))}
          </div>
        )
      }
    </PayFrame>
  );
}

type Agreement = NonNullable<NonNullable<Read["partnership"]>["agreements"]>["nodes"][number];

function AgreementCard({ slug, agreement }: { slug: string; agreement: Agreement }) {
  const { i18n } = useI18n();
  const format = useFormat();
  const latest = agreement.versions[0];
  return (
    <article className={styles.card}>
      <div className={styles.header}>
        <h2>
          <Link href={`/p/${slug}/agreements/${agreement.slug}`}>{agreement.displayName}</Link>
        </h2>
        <span className={styles.state} data-loud={agreement.viewerMay.includes("signAgreement") ? "waits" : undefined}>
          {i18n._(versionWords[latest?.state ?? "DRAFT"])}
        </span>
      </div>
      {latest === undefined ? null : <p>{latest.terms.rules.map(({ displayName }) => displayName).join(" · ")}</p>}
      <p className={styles.small}>
        {agreement.versionInForce == null ? (
          <Trans>No version is in force.</Trans>
        ) : (
          <Trans>Version {agreement.versionInForce} is in force.</Trans>
        )}{" "}
        {agreement.draft == null ? null : (
          <Trans>Your side's draft is of {format.date(agreement.draft.writtenAt)}.</Trans>
        )}
      </p>
    </article>
  );
}
