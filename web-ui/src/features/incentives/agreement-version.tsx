import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { Icon } from "~/ui/icons";
import { DraftActions, ProposedActions, type SignableAgreement } from "./agreement-actions";
import { Findings } from "./findings";
import styles from "./page.module.css";
import { TermsView } from "./terms-view";
import { versionWords } from "./words";

export const AgreementVersionDocument = graphql(`
  fragment AgreementVersionFields on AgreementVersion {
    version
    state
    writtenBy {
      displayName
    }
    writtenAt
    proposedAt
    inForceSince
    rejectedBy {
      displayName
    }
    rejectedReason
    digest
    signatures {
      actor {
        displayName
        side
      }
      signedAt
    }
    findings {
      severity
      field
      code
      message
      example
    }
    terms {
      ...TermsFields
    }
  }
`);

interface AgreementVersionProps {
  readonly version: FragmentType<typeof AgreementVersionDocument>;
  readonly agreement: SignableAgreement & { readonly versionInForce?: number | null };
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

/** One version: who wrote and signed it, its terms in words, and what can be done about it. */
export function AgreementVersion({ version: masked, agreement, names, timeZone }: AgreementVersionProps) {
  const version = readFragment(AgreementVersionDocument, masked);
  const { i18n } = useI18n();
  const format = useFormat(timeZone);
  const inForce = version.version === agreement.versionInForce;
  const waits = version.state === "PROPOSED" && agreement.viewerMay.includes("signAgreement");
  return (
    <section className={styles.card}>
      <div className={styles.header}>
        <h2>
          {version.state === "DRAFT" ? <Trans>Draft</Trans> : <Trans>Version {version.version}</Trans>}
          {inForce ? (
            <>
              {" · "}
              <Trans>in force</Trans>
            </>
          ) : null}
        </h2>
        <span className={styles.state} data-loud={waits ? "waits" : undefined}>
          {i18n._(versionWords[version.state])}
        </span>
      </div>
      <p className={styles.small}>
        <Trans>
          Written by {version.writtenBy.displayName}, {format.moment(version.writtenAt)}
        </Trans>
        {version.signatures.map(({ actor, signedAt }) => (
          <span key={actor.displayName}>
            {" · "}
            <Icon name="check" size={12} /> {actor.displayName}, {format.moment(signedAt)}
          </span>
        ))}
      </p>
      {version.rejectedReason == null ? null : (
        <p>
          <strong>{version.rejectedBy?.displayName}</strong>: {version.rejectedReason}
        </p>
      )}
      <Findings findings={version.findings} />
      <TermsView terms={version.terms} names={names} />
      {version.digest == null ? null : <p className={styles.digest}>{version.digest}</p>}
      {version.state === "DRAFT" ? <DraftActions agreement={agreement} /> : null}
      {version.state === "PROPOSED" ? <ProposedActions agreement={agreement} version={version} /> : null}
    </section>
  );
}
