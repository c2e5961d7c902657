import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { AgreementQuery as Read } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { AgreementVersion, AgreementVersionDocument } from "./agreement-version";
import { EndAgreement } from "./end-agreement";
import { Forecasts } from "./forecasts";
import { kpiNames } from "./kpis";
import styles from "./page.module.css";
import { NoMoney, PayFrame, type PayPageProps } from "./pay-frame";
import { paidBy, TermsDocument } from "./terms-view";
import { WhatIf } from "./what-if";

const AgreementQuery = graphql(`
  query Agreement($slug: String!, $agreement: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      viewerSide
      scorecard {
        ...PayKpis
      }
      forecasts(first: 100) {
        ...Forecasts
      }
      agreement(slug: $agreement) {
        id
        slug
        displayName
        versionInForce
        lastPeriod
        endAskedBy
        endAskedPeriod
        viewerMay
        draft {
          ...AgreementVersionFields
        }
        versions {
          version
          ...AgreementVersionFields
          terms {
            settlementFrequency
          }
        }
      }
    }
  }
`);

type Partnership = NonNullable<Read["partnership"]>;
type Agreement = NonNullable<Partnership["agreement"]>;

/** `/p/:slug/agreements/:agreement` */
export function AgreementPage({ slug, agreement, changes, absent }: PayPageProps & { agreement: string }) {
  const { t } = useLingui();
  const [reading, read] = useQuery({ query: AgreementQuery, variables: { slug, agreement } });
  return (
    <PayFrame
      slug={slug}
      title={reading.data?.partnership?.agreement?.displayName ?? t`Agreement`}
      changes={changes}
      reading={reading}
      onRead={read}
      absent={absent}
      partnershipOf={(data) => data.partnership ?? null}
      found={({ agreement: found }) => found ?? null}
      actions={
        <>
          <Link href={`/p/${slug}/agreements`}>
            <Trans>All agreements</Trans>
          </Link>
          <Link href={`/p/${slug}/statements`}>
            <Trans>Statements</Trans>
          </Link>
        </>
      }
      lost={<NoMoney />}
    >
      {(partnership) =>
        partnership.agreement == null ? null : (
          <Body slug={slug} partnership={partnership} agreement={partnership.agreement} />
        )
      }
    </PayFrame>
  );
}

function termsInForce({ versions, versionInForce }: Agreement) {
  const version = versions.find((each) => each.version === versionInForce);
  return version === undefined
    ? null
    : readFragment(TermsDocument, readFragment(AgreementVersionDocument, version).terms);
}

function Body({ slug, partnership, agreement }: { slug: string; partnership: Partnership; agreement: Agreement }) {
  const names = kpiNames(partnership.scorecard ?? null);
  const terms = termsInForce(agreement);
  return (
    <>
      {agreement.viewerMay.includes("saveAgreementDraft") ? (
        <p>
          <Link href={`/p/${slug}/agreements/${agreement.slug}/edit`}>
            {agreement.draft == null ? <Trans>Write the next version</Trans> : <Trans>Go on writing the draft</Trans>}
          </Link>
        </p>
      ) : null}
      {terms === null ? null : (
        <WhatIf slug={slug} agreement={agreement.slug} kpis={paidBy(terms)} scorecard={partnership.scorecard ?? null} />
      )}
      <ForecastRules partnership={partnership} agreement={agreement} names={names} />
      {agreement.draft == null ? null : (
        <AgreementVersion
          version={agreement.draft}
          agreement={agreement}
          names={names}
          timeZone={partnership.timeZone}
        />
      )}
      {agreement.versions.map((version) => (
        <AgreementVersion
          key={version.version}
          version={version}
          agreement={agreement}
          names={names}
          timeZone={partnership.timeZone}
        />
      ))}
      <Ending partnership={partnership} agreement={agreement} />
    </>
  );
}

interface PartProps {
  readonly partnership: Partnership;
  readonly agreement: Agreement;
}

/** Rules in force that pay by what the partner expects of itself. */
function ForecastRules({ partnership, agreement, names }: PartProps & { names: ReadonlyMap<string, string> }) {
  const terms = termsInForce(agreement);
  if (terms === null) return null;
  return terms.rules.map((rule) =>
    rule.truthfulTarget == null ? null : (
      <Forecasts
        key={rule.ruleId}
        agreement={agreement}
        rule={rule}
        forecasts={partnership.forecasts ?? null}
        frequency={terms.settlementFrequency}
        kpiName={names.get(rule.truthfulTarget.kpi) ?? rule.truthfulTarget.kpi}
        timeZone={partnership.timeZone}
      />
    ),
  );
}

/** When it ends, who asks for it, and the way to ask. */
function Ending({ partnership, agreement }: PartProps) {
  const format = useFormat(partnership.timeZone);
  const { endAskedBy, endAskedPeriod, lastPeriod } = agreement;
  const newest = agreement.versions[0];
  const asked = endAskedBy == null ? "no" : endAskedBy === partnership.viewerSide ? "by-us" : "by-them";
  return (
    <>
      {lastPeriod == null ? null : (
        <p className={styles.lead} role="status">
          <Trans>It ends with {format.periodLong(lastPeriod)}: both sides agreed.</Trans>
        </p>
      )}
      {endAskedPeriod == null ? null : (
        <p className={styles.lead} role="status">
          <Trans>One side asks to end it with {format.period(endAskedPeriod)}; the other has to agree.</Trans>
        </p>
      )}
      {newest === undefined || !agreement.viewerMay.includes("endAgreement") ? null : (
        <EndAgreement
          agreement={agreement}
          asked={asked}
          frequency={newest.terms.settlementFrequency}
          timeZone={partnership.timeZone}
        />
      )}
    </>
  );
}
