import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { OpennessQuery as Read } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { EmptyState } from "~/ui/state";
import { EvidenceCard } from "./evidence-card";
import styles from "./page.module.css";
import { PayFrame, type PayPageProps } from "./pay-frame";

const OpennessQuery = graphql(`
  query Openness($slug: String!) {
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
      disclosures(first: 100) {
        nodes {
          id
          kpiSlug
          kpiDisplayName
          period
          text
          expectedValue
          disclosedBy {
            displayName
            side
          }
          disclosedAt
          daysBefore
        }
      }
      evidence(first: 50) {
        nodes {
          id
          ...EvidenceCard
        }
      }
    }
  }
`);

type Partnership = NonNullable<Read["partnership"]>;
type Disclosure = NonNullable<NonNullable<Partnership["disclosures"]>["nodes"][number]>;

/** `/p/:slug/openness`: what was said early, and what looks like sandbagging. */
export function OpennessPage({ slug, changes, absent }: PayPageProps) {
  const { t } = useLingui();
  const [reading, read] = useQuery({ query: OpennessQuery, variables: { slug } });
  return (
    <PayFrame
      slug={slug}
      title={t`Disclosures and evidence`}
      changes={changes}
      reading={reading}
      onRead={read}
      absent={absent}
      partnershipOf={(data) => data.partnership ?? null}
      found={({ disclosures }) => disclosures ?? null}
      lost={absent}
    >
      {(partnership) => <Body slug={slug} partnership={partnership} />}
    </PayFrame>
  );
}

function Body({ slug, partnership }: { slug: string; partnership: Partnership }) {
  const disclosures = partnership.disclosures?.nodes ?? [];
  return (
    <>
      {partnership.evidence == null ? null : (
        <section className={styles.list} aria-labelledby="evidence">
          <h2 id="evidence">
            <Trans>Evidence</Trans>
          </h2>
          <p className={styles.lead}>
            <Trans>
              What looks like sandbagging is shown to both sides. Nothing follows from it by machine: the side it
              concerns replies, a leader decides.
            </Trans>
          </p>
          {partnership.evidence.nodes.length === 0 ? (
            <p className={styles.small}>
              <Trans>Nothing was seen.</Trans>
            </p>
          ) : (
            partnership.evidence.nodes.map((evidence) => (
              <EvidenceCard
                key={evidence.id}
                evidence={evidence}
                companies={{ OWNER: partnership.owner.displayName, PARTNER: partnership.partner.displayName }}
                timeZone={partnership.timeZone}
                kpiHref={(kpi) => `/p/${slug}/kpis/${kpi}`}
              />
            ))
          )}
        </section>
      )}
      <section className={styles.list} aria-labelledby="disclosures">
        <h2 id="disclosures">
          <Trans>«We expect to miss this»</Trans>
        </h2>
        {disclosures.length === 0 ? (
          <EmptyState title={<Trans>Nothing was disclosed yet</Trans>}>
            <Trans>A coming miss is disclosed from its KPI's page, in two clicks.</Trans>
          </EmptyState>
        ) : (
          disclosures.map((disclosure) => (
            <DisclosureCard
              key={disclosure.id}
              disclosure={disclosure}
              timeZone={partnership.timeZone}
              href={`/p/${slug}/kpis/${disclosure.kpiSlug}`}
            />
          ))
        )}
      </section>
    </>
  );
}

function DisclosureCard({ disclosure, timeZone, href }: { disclosure: Disclosure; timeZone: string; href: string }) {
  const format = useFormat(timeZone);
  return (
    <article className={styles.card}>
      <h3>
        <Link href={href}>{disclosure.kpiDisplayName}</Link>, {format.period(disclosure.period)}
      </h3>
      <p>{disclosure.text}</p>
      <p className={styles.small}>
        {disclosure.disclosedBy.displayName}, {format.moment(disclosure.disclosedAt)} ·{" "}
        <Trans>{format.count(disclosure.daysBefore)} days before the end of the period</Trans>
        {disclosure.expectedValue == null ? null : (
          <>
            {" · "}
            <Trans>expected: {disclosure.expectedValue}</Trans>
          </>
        )}
      </p>
    </article>
  );
}
