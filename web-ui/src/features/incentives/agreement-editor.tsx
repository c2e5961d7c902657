import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useMemo, useState } from "react";
import { useQuery } from "urql";
import { readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { AgreementDraftQuery as Read, RuleKind } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { periodAt } from "~/lib/periods";
import { errorOf, errorsBesides, type UserError } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import own from "./editor.module.css";
import { Findings } from "./findings";
import form from "./form.module.css";
import { payKpis } from "./kpis";
import styles from "./page.module.css";
import { NoMoney, PayFrame, type PayPageProps } from "./pay-frame";
import { mayWriteTerms } from "./rights";
import { RuleEditor, type RuleKpi } from "./rule-editor";
import { useSettled } from "./settled";
import { draftOf, emptyRule, emptyTerms, type RuleDraft, type TermsDraft, toInput } from "./terms-draft";
import { TermsDocument } from "./terms-view";
import { ruleHints, ruleWords } from "./words";

const AgreementDraftQuery = graphql(`
  query AgreementDraft($slug: String!, $agreement: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      currency
      viewerMay
      scorecard {
        ...PayKpis
      }
      agreement(slug: $agreement) {
        id
        slug
        draft {
          terms {
            ...TermsFields
          }
        }
        versions {
          version
          terms {
            ...TermsFields
          }
        }
      }
    }
  }
`);

const PayPreviewQuery = graphql(`
  query PayPreview($slug: String!, $terms: TermsInput!) {
    partnership(slug: $slug) {
      id
      payPreview(terms: $terms) {
        findings {
          severity
          field
          code
          message
          ruleId
          example
        }
        curves {
          ruleId
          kpiSlug
          values
          amounts
          edges
          currentValue
          currentAmount
          perHundred
          stepped
        }
      }
    }
  }
`);

const SaveDraftMutation = graphql(`
  mutation SaveAgreementDraft($input: SaveAgreementDraftInput!) {
    saveAgreementDraft(input: $input) {
      agreement {
        id
        slug
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AgreementEditorProps extends PayPageProps {
  /** The agreement whose next version is written; null for a new one. */
  readonly agreement: string | null;
  readonly onSaved: (agreement: string) => void;
}

type Partnership = NonNullable<Read["partnership"]>;

/** `/p/:slug/agreements/new` and `/p/:slug/agreements/:agreement/edit` */
export function AgreementEditor({ slug, agreement, absent, onSaved }: AgreementEditorProps) {
  const { t } = useLingui();
  const [reading, read] = useQuery({
    query: AgreementDraftQuery,
    variables: { slug, agreement: agreement ?? "-" },
    requestPolicy: "network-only",
  });
  return (
    <PayFrame
      slug={slug}
      title={agreement === null ? t`New agreement` : t`Next version`}
      changes={0}
      reading={reading}
      onRead={read}
      absent={absent}
      partnershipOf={(data) => data.partnership ?? null}
      found={(partnership) => (mayWriteTerms(partnership.viewerMay) ? partnership : null)}
      lost={<NoMoney />}
    >
      {(partnership) => <Editor slug={slug} agreement={agreement} partnership={partnership} onSaved={onSaved} />}
    </PayFrame>
  );
}

const kinds: readonly RuleKind[] = [
  "TIERED",
  "LINEAR",
  "GAIN_SHARE",
  "PRICE_ADJUSTMENT",
  "TRANSPARENCY_CREDIT",
  "LATE_DISCLOSURE",
  "TRUTHFUL_TARGET",
];

interface EditorProps extends Pick<AgreementEditorProps, "slug" | "agreement" | "onSaved"> {
  readonly partnership: Partnership;
}

function Editor({ slug, agreement, partnership, onSaved }: EditorProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { locale } = useFormat();
  const [draft, setDraft] = useState<TermsDraft>(() => startOf(partnership, locale));
  const kpis: readonly RuleKpi[] = payKpis(partnership.scorecard ?? null).map(({ kpi }) => kpi);
  const input = useMemo(() => toInput(draft, locale), [draft, locale]);
  const terms = useSettled(input);
  const [{ data, error }] = useQuery({
    query: PayPreviewQuery,
    variables: { slug, terms },
    pause: terms.rules.length === 0,
    requestPolicy: "network-only",
  });
  const save = useWrite(SaveDraftMutation, ["Agreement", "PayPanel"]);
  const preview = terms.rules.length === 0 ? null : (data?.partnership?.payPreview ?? null);
  const findings = preview?.findings ?? [];
  const problems: readonly UserError[] = [
    ...findings.filter(({ severity }) => severity === "ERROR"),
    ...save.userErrors.map((each) => ({ ...each, field: each.field?.replace(/^terms\./, "") ?? null })),
  ];
  const change = (part: Partial<TermsDraft>) => setDraft({ ...draft, ...part });
  const changeRule = (index: number, rule: RuleDraft | null) =>
    change({ rules: draft.rules.flatMap((each, at) => (at !== index ? [each] : rule === null ? [] : [rule])) });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await save.send({ partnership: slug, ...(agreement === null ? {} : { agreement }), terms: input });
    if (done?.agreement != null) onSaved(done.agreement.slug);
  };
  return (
    <form className={styles.list} onSubmit={submit} noValidate>
      <section className={styles.card}>
        <Basics draft={draft} kpis={kpis} change={change} problems={problems} />
      </section>
      {draft.rules.map((rule, index) => (
        <RuleEditor
          key={rule.key}
          rule={rule}
          kpis={kpis}
          currency={draft.currency}
          problems={within(problems, `rules.${index}.`)}
          curve={preview?.curves.find(({ ruleId }) => ruleId === ruleIdOf(preview, rule, index)) ?? null}
          onChange={(changed) => changeRule(index, changed)}
        />
      ))}
      <section className={styles.card} aria-labelledby="add-rule">
        <h2 id="add-rule">
          <Trans>Add a rule</Trans>
        </h2>
        <div className={own.add}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              icon="plus"
              onPress={() => change({ rules: [...draft.rules, emptyRule(kind, i18n._(ruleWords[kind]))] })}
            >
              {i18n._(ruleWords[kind])}
            </Button>
          ))}
        </div>
        <p className={styles.small}>{i18n._(ruleHints[draft.rules.at(-1)?.kind ?? "TIERED"])}</p>
      </section>
      {error ? (
        <p className={styles.small} role="status">
          <Trans>The preview can't be computed right now. What you typed is still here.</Trans>
        </p>
      ) : null}
      <Findings findings={findings} />
      <WriteProblems errors={errorsBesides(save.userErrors, ["terms"])} unanswered={save.unanswered} />
      <div className={form.buttons}>
        <Button look="primary" type="submit" isPending={save.sending === "yes"}>
          <Trans>Save the draft</Trans>
        </Button>
        <span className={styles.small}>
          {t`Only your side sees a draft. It can be proposed once nothing is wrong with it.`}
        </span>
      </div>
    </form>
  );
}

interface BasicsProps {
  readonly draft: TermsDraft;
  readonly kpis: readonly RuleKpi[];
  readonly change: (part: Partial<TermsDraft>) => void;
  readonly problems: readonly UserError[];
}

function Basics({ draft, kpis, change, problems }: BasicsProps) {
  const { t } = useLingui();
  const money = (name: "bonusPool" | "cap" | "floor", label: string, hint?: string) => (
    <TextField
      label={label}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      inputMode="decimal"
      align="end"
      affix={draft.currency}
      error={errorOf(problems, name)}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <div className={form.form}>
      <div className={form.row}>
        <TextField
          label={t`Name`}
          value={draft.displayName}
          onChange={(displayName) => change({ displayName })}
          maxLength={120}
          error={errorOf(problems, "displayName")}
        />
        <TextField
          label={t`Currency`}
          value={draft.currency}
          onChange={(currency) => change({ currency: currency.toUpperCase() })}
          maxLength={3}
          error={errorOf(problems, "currency")}
        />
        <Select
          label={t`Settlement`}
          options={[
            { id: "MONTHLY", text: t`every month` },
            { id: "QUARTERLY", text: t`every quarter` },
          ]}
          selected={draft.settlementFrequency}
          onSelect={(settlementFrequency) => change({ settlementFrequency })}
        />
        <TextField
          label={t`First period`}
          value={draft.firstPeriod}
          onChange={(firstPeriod) => change({ firstPeriod: firstPeriod.trim() })}
          placeholder={draft.settlementFrequency === "MONTHLY" ? "2026-12" : "2027-Q1"}
          error={errorOf(problems, "firstPeriod")}
        />
        <TextField
          label={t`Last period`}
          value={draft.lastPeriod}
          onChange={(lastPeriod) => change({ lastPeriod: lastPeriod.trim() })}
          hint={t`Empty: until both sides end it.`}
          error={errorOf(problems, "lastPeriod")}
        />
        <TextField
          label={t`Days of grace`}
          value={draft.graceDays}
          onChange={(graceDays) => change({ graceDays })}
          inputMode="numeric"
          align="end"
          hint={t`From the period's end to its statement.`}
          error={errorOf(problems, "graceDays")}
        />
      </div>
      <div className={form.row}>
        {money("bonusPool", t`Bonus pool`, t`What percentages of tiers are taken of.`)}
        <Select
          label={t`Invoiced spend`}
          options={[
            { id: "", text: t`none` },
            ...kpis
              .filter(({ unit }) => unit === "MONEY")
              .map(({ slug, displayName }) => ({ id: slug, text: displayName })),
          ]}
          selected={draft.invoicedSpendKpi}
          onSelect={(invoicedSpendKpi) => change({ invoicedSpendKpi })}
          hint={t`What price adjustments are taken of.`}
          error={errorOf(problems, "invoicedSpendKpi")}
        />
        {money("cap", t`At most for each period`)}
        {money("floor", t`At least for each period`)}
      </div>
      <TextField
        label={t`Anything else, in words`}
        value={draft.remarks}
        onChange={(remarks) => change({ remarks })}
        lines={2}
        maxLength={4000}
        error={errorOf(problems, "remarks")}
      />
    </div>
  );
}

/** Where writing starts: at the draft, else at the newest version, else at nothing. */
function startOf(partnership: Partnership, locale: string): TermsDraft {
  const saved = partnership.agreement?.draft?.terms ?? partnership.agreement?.versions[0]?.terms;
  if (saved !== undefined) return draftOf(readFragment(TermsDocument, saved), locale);
  return emptyTerms(
    partnership.currency,
    periodAt("quarter", new Date(`${dateIn(partnership.timeZone, new Date())}T00:00:00Z`)),
  );
}

function within(problems: readonly UserError[], prefix: string): readonly UserError[] {
  return problems
    .filter(({ field }) => field?.startsWith(prefix))
    .map((problem) => ({ ...problem, field: problem.field?.slice(prefix.length) ?? null }));
}

interface Previewed {
  readonly curves: readonly { readonly ruleId: string }[];
}

/** A rule that was never saved has no id yet: its curve is told by its name in the form of an id. */
function ruleIdOf(preview: Previewed, rule: RuleDraft, index: number): string {
  if (rule.ruleId !== null) return rule.ruleId;
  const made = rule.displayName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return preview.curves.some(({ ruleId }) => ruleId === made) ? made : `rule-${index + 1}`;
}
