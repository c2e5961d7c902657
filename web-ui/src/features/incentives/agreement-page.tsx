import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { AgreementQuery as Read, AgreementVersionFieldsFragment as VersionFields } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { notify } from "~/ui/notices";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { EndAgreement } from "./end-agreement";
import { Findings } from "./findings";
import { Forecasts } from "./forecasts";
import form from "./form.module.css";
import { kpiNames } from "./kpis";
import styles from "./page.module.css";
import { NoMoney, PayFrame, type PayPageProps } from "./pay-frame";
import { SignDialog } from "./sign-dialog";
import { TermsDocument, TermsView } from "./terms-view";
import { WhatIf } from "./what-if";
import { versionWords } from "./words";

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

const AgreementVersionDocument = graphql(`
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

const ProposeAgreementMutation = graphql(`
  mutation ProposeAgreement($input: ProposeAgreementInput!) {
    proposeAgreement(input: $input) {
      agreement {
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

const SignAgreementMutation = graphql(`
  mutation SignAgreement($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      agreement {
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

const RejectAgreementMutation = graphql(`
  mutation RejectAgreement($input: RejectAgreementInput!) {
    rejectAgreement(input: $input) {
      agreement {
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

const DiscardDraftMutation = graphql(`
  mutation DiscardAgreementDraft($input: DiscardAgreementDraftInput!) {
    discardAgreementDraft(input: $input) {
      agreement {
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
  const may = agreement.viewerMay;
  return (
    <>
      {may.includes("saveAgreementDraft") ? (
        <p>
          <Link href={`/p/${slug}/agreements/${agreement.slug}/edit`}>
            {agreement.draft == null ? <Trans>Write the next version</Trans> : <Trans>Go on writing the draft</Trans>}
          </Link>
        </p>
      ) : null}
      {agreement.versionInForce == null ? null : (
        <WhatIf slug={slug} agreement={agreement.slug} scorecard={partnership.scorecard ?? null} />
      )}
      <ForecastRules partnership={partnership} agreement={agreement} names={names} />
      {agreement.draft == null ? null : (
        <Version version={agreement.draft} agreement={agreement} names={names} timeZone={partnership.timeZone} />
      )}
      {agreement.versions.map((version) => (
        <Version
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

interface VersionProps {
  readonly version: FragmentType<typeof AgreementVersionDocument>;
  readonly agreement: Agreement;
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

function Version({ version: masked, agreement, names, timeZone }: VersionProps) {
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

function DraftActions({ agreement }: { agreement: Agreement }) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const propose = useWrite(ProposeAgreementMutation, ["Agreement", "PayPanel"]);
  const discard = useWrite(DiscardDraftMutation, ["Agreement"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await propose.send({ agreement: agreement.id, reason: reason.trim() });
    if (done !== null) notify({ kind: "done", text: t`Proposed. A leader of each side signs it.` });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate data-print="hide">
      {agreement.viewerMay.includes("proposeAgreement") ? (
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          lines={2}
          maxLength={500}
          hint={t`The other side reads it before it signs.`}
          error={errorOf(propose.userErrors, "reason")}
        />
      ) : null}
      <div className={form.buttons}>
        {agreement.viewerMay.includes("proposeAgreement") ? (
          <Button type="submit" look="primary" isPending={propose.sending === "yes"}>
            <Trans>Propose to the other side</Trans>
          </Button>
        ) : null}
        {agreement.viewerMay.includes("discardAgreementDraft") ? (
          <Button
            look="quiet"
            isPending={discard.sending === "yes"}
            onPress={() => void discard.send({ agreement: agreement.id })}
          >
            <Trans>Throw the draft away</Trans>
          </Button>
        ) : null}
      </div>
      <WriteProblems errors={errorsBesides(propose.userErrors, ["reason"])} unanswered={propose.unanswered} />
      <WriteProblems errors={discard.userErrors} unanswered={discard.unanswered} />
    </form>
  );
}

function ProposedActions({ agreement, version }: { agreement: Agreement; version: VersionFields }) {
  const { t } = useLingui();
  const [signing, setSigning] = useState<"closed" | "open">("closed");
  const [reason, setReason] = useState("");
  const sign = useWrite(SignAgreementMutation, ["Agreement", "PayPanel"]);
  const reject = useWrite(RejectAgreementMutation, ["Agreement", "PayPanel"]);
  const digest = version.digest ?? "";
  const turnDown = async (event: FormEvent) => {
    event.preventDefault();
    await reject.send({ agreement: agreement.id, version: version.version, reason: reason.trim() });
  };
  return (
    <div className={form.form} data-print="hide">
      {agreement.viewerMay.includes("signAgreement") ? (
        <div className={form.buttons}>
          <Button look="primary" icon="check" onPress={() => setSigning("open")}>
            <Trans>Sign for your side…</Trans>
          </Button>
        </div>
      ) : null}
      {agreement.viewerMay.includes("rejectAgreement") ? (
        <form className={form.form} onSubmit={turnDown} noValidate>
          <TextField
            label={t`Why not?`}
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={errorOf(reject.userErrors, "reason")}
          />
          <div className={form.buttons}>
            <Button type="submit" look="danger" isPending={reject.sending === "yes"} isDisabled={reason.trim() === ""}>
              <Trans>Turn it down</Trans>
            </Button>
          </div>
          <WriteProblems errors={errorsBesides(reject.userErrors, ["reason"])} unanswered={reject.unanswered} />
        </form>
      ) : null}
      <SignDialog
        title={t`Sign version ${version.version}`}
        digest={digest}
        isOpen={signing === "open"}
        onClose={() => {
          sign.clear();
          setSigning("closed");
        }}
        onSign={async (password) => {
          const done = await sign.send({ agreement: agreement.id, version: version.version, digest, password });
          if (done === null) return "refused";
          notify({ kind: "done", text: t`Signed.` });
          return "signed";
        }}
        sending={sign.sending}
        userErrors={sign.userErrors}
        unanswered={sign.unanswered}
      >
        <p>
          <Trans>Once both sides have signed, this version pays by its rules from its first period on.</Trans>
        </p>
      </SignDialog>
    </div>
  );
}
