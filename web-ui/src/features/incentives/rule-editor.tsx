import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type Measure, useFormat } from "~/lib/format";
import { errorOf, type UserError } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { Segmented } from "~/ui/segmented";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import own from "./editor.module.css";
import form from "./form.module.css";
import styles from "./page.module.css";
import { type Curve, PayChart } from "./pay-chart";
import { emptyStep, emptyTier, type RuleDraft, tierProblems } from "./terms-draft";
import { invoicedWords, ruleHints, ruleWords } from "./words";

export type RuleKpi = Measure & { readonly slug: string; readonly displayName: string };

interface RuleEditorProps {
  readonly rule: RuleDraft;
  readonly kpis: readonly RuleKpi[];
  readonly currency: string;
  /** What is wrong, by the schema's names of the rule's fields. */
  readonly problems: readonly UserError[];
  /** What it would pay; null while that can't be computed. */
  readonly curve: Curve | null;
  /** Null takes the rule away. */
  readonly onChange: (rule: RuleDraft | null) => void;
}

/** One rule in human words, with its pay curve beside it while it is typed. */
export function RuleEditor({ rule, kpis, currency, problems, curve, onChange }: RuleEditorProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const kpi = kpis.find(({ slug }) => slug === rule.kpi) ?? null;
  const fields: Fields = { rule, kpi, currency, problems, onChange };
  return (
    <section className={styles.card}>
      <div className={own.rule}>
        <div className={styles.header}>
          <div>
            <h2>{i18n._(ruleWords[rule.kind])}</h2>
            <p className={styles.small}>{i18n._(ruleHints[rule.kind])}</p>
          </div>
          <Button look="quiet" size="small" icon="close" onPress={() => onChange(null)}>
            <Trans>Take it out</Trans>
          </Button>
        </div>
        <div className={form.form}>
          <div className={form.row}>
            <TextField
              label={t`Name of the line`}
              value={rule.displayName}
              onChange={(displayName) => onChange({ ...rule, displayName })}
              maxLength={80}
              error={errorOf(problems, "displayName")}
            />
            <KpiSelect {...fields} kpis={kpis} />
          </div>
          <Part {...fields} />
          <div className={form.row}>
            <FigureField {...fields} name="cap" label={t`At most for each period`} unit={currency} />
            <FigureField {...fields} name="floor" label={t`At least for each period`} unit={currency} />
          </div>
        </div>
        <div>{curve === null ? null : <PayChart curve={curve} currency={currency} kpi={kpi} />}</div>
      </div>
    </section>
  );
}

interface Fields {
  readonly rule: RuleDraft;
  readonly kpi: RuleKpi | null;
  readonly currency: string;
  readonly problems: readonly UserError[];
  readonly onChange: (rule: RuleDraft) => void;
}

const partNames = {
  TIERED: "tiered",
  LINEAR: "linear",
  GAIN_SHARE: "gainShare",
  PRICE_ADJUSTMENT: "priceAdjustment",
  TRANSPARENCY_CREDIT: "transparencyCredit",
  LATE_DISCLOSURE: "lateDisclosure",
  TRUTHFUL_TARGET: "truthfulTarget",
} as const;

function KpiSelect({ rule, kpis, problems, onChange }: Fields & { kpis: readonly RuleKpi[] }) {
  const { t } = useLingui();
  const open = rule.kind === "TRANSPARENCY_CREDIT" || rule.kind === "LATE_DISCLOSURE";
  const fitting = rule.kind === "GAIN_SHARE" ? kpis.filter(({ unit }) => unit === "MONEY") : kpis;
  return (
    <Select
      label={t`KPI`}
      options={[
        ...(open ? [{ id: "", text: t`all that these rules pay by` }] : []),
        ...fitting.map(({ slug, displayName }) => ({ id: slug, text: displayName })),
      ]}
      selected={rule.kpi === "" && !open ? null : rule.kpi}
      onSelect={(kpi) => onChange({ ...rule, kpi })}
      placeholder={t`Choose`}
      error={errorOf(problems, `${partNames[rule.kind]}.kpi`)}
    />
  );
}

function Part(fields: Fields): ReactNode {
  switch (fields.rule.kind) {
    case "TIERED":
    case "PRICE_ADJUSTMENT":
      return <TierPart {...fields} />;
    case "LINEAR":
      return <LinearPart {...fields} />;
    case "GAIN_SHARE":
      return <GainSharePart {...fields} />;
    case "TRANSPARENCY_CREDIT":
    case "LATE_DISCLOSURE":
      return <StepPart {...fields} />;
    case "TRUTHFUL_TARGET":
      return <TruthfulPart {...fields} />;
  }
}

interface FigureFieldProps extends Fields {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
}

/** One figure of a rule, as it was typed. */
function FigureField({ rule, problems, onChange, name, label, unit = "", hint }: FigureFieldProps) {
  const limit = name === "cap" || name === "floor";
  return (
    <TextField
      label={label}
      value={rule.figures[name] ?? ""}
      onChange={(text) => onChange({ ...rule, figures: { ...rule.figures, [name]: text } })}
      inputMode="decimal"
      autoComplete="off"
      align="end"
      error={errorOf(problems, limit ? name : `${partNames[rule.kind]}.${name}`)}
      {...(unit === "" ? {} : { affix: unit })}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

function TierPart({ rule, kpi, currency, problems, onChange }: Fields) {
  const { t } = useLingui();
  const format = useFormat();
  const unit = kpi === null ? "" : format.unit(kpi);
  const said = tierProblems(rule.tiers, format.locale, (code, from, to) => {
    switch (code) {
      case "gap":
        return t`Nothing is said between ${from} and ${to}. Begin this tier where the one before ends.`;
      case "overlap":
        return t`Two tiers claim ${from} to ${to}. Begin this tier where the one before ends.`;
      case "start":
        return t`Nothing is said below ${from}. Leave the first tier's beginning empty.`;
      case "end":
        return t`Nothing is said above ${from}. Leave the last tier's end empty.`;
    }
  });
  const wrong = (index: number, field: string) =>
    errorOf(said, `${index}.${field}`) ?? errorOf(problems, `${partNames[rule.kind]}.tiers.${index}.${field}`);
  const change = (index: number, part: object) =>
    onChange({ ...rule, tiers: rule.tiers.map((tier, at) => (at === index ? { ...tier, ...part } : tier)) });
  const affix = unit === "" ? {} : { affix: unit };
  return (
    <>
      <div className={form.buttons}>
        {rule.kind === "TIERED" ? (
          <Segmented
            label={t`Pays`}
            options={[
              { id: "AMOUNT", text: t`an amount` },
              { id: "PERCENT", text: t`% of the bonus pool` },
            ]}
            selected={rule.payAs}
            onSelect={(payAs) => onChange({ ...rule, payAs })}
          />
        ) : null}
        <Segmented
          label={t`A figure on an edge belongs`}
          options={[
            { id: "LOWER_INCLUDED", text: t`edge to the upper tier` },
            { id: "UPPER_INCLUDED", text: t`edge to the lower tier` },
          ]}
          selected={rule.edge}
          onSelect={(edge) => onChange({ ...rule, edge })}
        />
      </div>
      <fieldset className={own.tiers}>
        <legend>
          <Trans>Tiers, from low to high</Trans>
        </legend>
        {rule.tiers.map((tier, index) => (
          <div key={tier.key} className={own.tier}>
            <TextField
              label={t`From`}
              value={tier.lower}
              onChange={(lower) => change(index, { lower })}
              inputMode="decimal"
              align="end"
              placeholder={index === 0 ? t`no end` : ""}
              error={wrong(index, "lower")}
              {...affix}
            />
            <TextField
              label={t`To`}
              value={tier.upper}
              onChange={(upper) => change(index, { upper })}
              inputMode="decimal"
              align="end"
              placeholder={index === rule.tiers.length - 1 ? t`no end` : ""}
              error={wrong(index, "upper")}
              {...affix}
            />
            <TextField
              label={t`Pays`}
              value={tier.pay}
              onChange={(pay) => change(index, { pay })}
              inputMode="decimal"
              align="end"
              affix={rule.payAs === "AMOUNT" ? currency : "%"}
              error={wrong(index, rule.payAs === "AMOUNT" ? "amount" : "percent")}
            />
            <Button
              look="quiet"
              icon="close"
              aria-label={t`Take tier ${index + 1} out`}
              isDisabled={rule.tiers.length === 1}
              onPress={() => onChange({ ...rule, tiers: rule.tiers.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <div>
          <Button
            look="quiet"
            size="small"
            icon="plus"
            onPress={() => onChange({ ...rule, tiers: [...rule.tiers, emptyTier(rule.tiers.at(-1)?.upper ?? "")] })}
          >
            <Trans>Another tier</Trans>
          </Button>
        </div>
      </fieldset>
    </>
  );
}

function LinearPart(fields: Fields) {
  const { t } = useLingui();
  const format = useFormat();
  const unit = fields.kpi === null ? "" : format.unit(fields.kpi);
  return (
    <div className={form.row}>
      <FigureField {...fields} name="lower" label={t`Not below`} unit={unit} />
      <FigureField {...fields} name="upper" label={t`Not above`} unit={unit} />
      <FigureField {...fields} name="zeroAt" label={t`Pays nothing at`} unit={unit} />
      <FigureField
        {...fields}
        name="amountPerPoint"
        label={t`For each point above`}
        unit={fields.currency}
        hint={t`Negative where lower is better.`}
      />
    </div>
  );
}

function GainSharePart(fields: Fields) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { rule, currency, onChange } = fields;
  return (
    <div className={form.row}>
      <FigureField {...fields} name="targetCost" label={t`Target cost`} unit={currency} />
      <FigureField {...fields} name="targetFee" label={t`Fee`} unit={currency} />
      <FigureField {...fields} name="ceilingPrice" label={t`Ceiling price`} unit={currency} />
      <FigureField {...fields} name="ownerSharePercent" label={t`Owner's share`} unit="%" />
      <Select
        label={t`Paid before`}
        options={(["COST_AND_FEE", "TARGET_PRICE", "NOTHING"] as const).map((id) => ({
          id,
          text: i18n._(invoicedWords[id]),
        }))}
        selected={rule.invoicedAs}
        onSelect={(invoicedAs) => onChange({ ...rule, invoicedAs })}
      />
    </div>
  );
}

function StepPart(fields: Fields) {
  const { t } = useLingui();
  const { rule, currency, problems, onChange } = fields;
  const credit = rule.kind === "TRANSPARENCY_CREDIT";
  const change = (index: number, part: object) =>
    onChange({ ...rule, steps: rule.steps.map((step, at) => (at === index ? { ...step, ...part } : step)) });
  const wrong = (index: number, field: string) => errorOf(problems, `${partNames[rule.kind]}.steps.${index}.${field}`);
  return (
    <>
      <fieldset className={own.tiers}>
        <legend>
          <Trans>By how early it was disclosed</Trans>
        </legend>
        {rule.steps.map((step, index) => (
          <div key={step.key} className={own.step}>
            <TextField
              label={t`Days before the period's end, at least`}
              value={step.days}
              onChange={(days) => change(index, { days })}
              inputMode="numeric"
              align="end"
              error={wrong(index, "daysBefore")}
            />
            <TextField
              label={credit ? t`Credits of the penalty` : t`Costs the partner`}
              value={step.pay}
              onChange={(pay) => change(index, { pay })}
              inputMode="decimal"
              align="end"
              affix={credit ? "%" : currency}
              error={wrong(index, credit ? "percent" : "charge")}
            />
            <Button
              look="quiet"
              icon="close"
              aria-label={t`Take step ${index + 1} out`}
              isDisabled={rule.steps.length === 1}
              onPress={() => onChange({ ...rule, steps: rule.steps.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
        <div>
          <Button
            look="quiet"
            size="small"
            icon="plus"
            onPress={() => onChange({ ...rule, steps: [...rule.steps, emptyStep()] })}
          >
            <Trans>Another step</Trans>
          </Button>
        </div>
      </fieldset>
      <div className={form.row}>
        {credit ? null : (
          <FigureField {...fields} name="undisclosedCharge" label={t`When it was hidden`} unit={currency} />
        )}
        <FigureField {...fields} name="capPerPeriod" label={t`At most a period`} unit={currency} />
      </div>
    </>
  );
}

function TruthfulPart(fields: Fields) {
  const { t } = useLingui();
  const format = useFormat();
  const { rule, kpi, currency, onChange } = fields;
  const unit = kpi === null ? "" : format.unit(kpi);
  return (
    <div className={form.row}>
      <FigureField {...fields} name="baseBonus" label={t`Base bonus (B0)`} unit={currency} />
      <FigureField
        {...fields}
        name="reference"
        label={t`Reference (y0)`}
        unit={unit}
        hint={t`Counts as the forecast where none is declared.`}
      />
      <FigureField {...fields} name="beta" label={t`For each point forecast (β)`} unit={currency} />
      <FigureField {...fields} name="alpha" label={t`For each point beyond it (α)`} unit={currency} />
      <FigureField
        {...fields}
        name="gamma"
        label={t`Minus for each point short (γ)`}
        unit={currency}
        hint={t`0 < α < β < γ`}
      />
      <FigureField {...fields} name="declareWithinDays" label={t`Declare within (days)`} />
      <Select
        label={t`Better is`}
        options={[
          { id: "HIGHER", text: t`more` },
          { id: "LOWER", text: t`less` },
        ]}
        selected={rule.better}
        onSelect={(better) => onChange({ ...rule, better })}
      />
    </div>
  );
}
