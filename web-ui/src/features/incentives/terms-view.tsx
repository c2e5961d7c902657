import { useLingui as useI18n } from "@lingui/react";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { TermsFieldsFragment as Terms } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { type Money, useMoney } from "./money";
import styles from "./page.module.css";
import { invoicedWords, ruleWords } from "./words";

export const TermsDocument = graphql(`
  fragment TermsFields on Terms {
    displayName
    currency
    settlementFrequency
    firstPeriod
    lastPeriod
    graceDays
    bonusPool {
      amount
      currency
    }
    invoicedSpendKpi
    cap {
      amount
      currency
    }
    floor {
      amount
      currency
    }
    remarks
    rules {
      ruleId
      displayName
      kind
      cap {
        amount
        currency
      }
      floor {
        amount
        currency
      }
      tiered {
        kpi
        edge
        tiers {
          lower
          upper
          amount {
            amount
            currency
          }
          percent
        }
      }
      priceAdjustment {
        kpi
        edge
        tiers {
          lower
          upper
          amount {
            amount
            currency
          }
          percent
        }
      }
      linear {
        kpi
        lower
        upper
        zeroAt
        amountPerPoint
      }
      gainShare {
        kpi
        targetCost {
          amount
          currency
        }
        targetFee {
          amount
          currency
        }
        ceilingPrice {
          amount
          currency
        }
        ownerSharePercent
        invoicedAs
      }
      transparencyCredit {
        kpis
        steps {
          daysBefore
          percent
        }
        capPerPeriod {
          amount
          currency
        }
      }
      lateDisclosure {
        kpis
        steps {
          daysBefore
          charge {
            amount
            currency
          }
        }
        undisclosedCharge {
          amount
          currency
        }
        capPerPeriod {
          amount
          currency
        }
      }
      truthfulTarget {
        kpi
        baseBonus {
          amount
          currency
        }
        reference
        alpha
        beta
        gamma
        declareWithinDays
        better
      }
    }
  }
`);

/** Slugs of the KPIs that money hangs on under these terms. */
export function paidBy({ rules, invoicedSpendKpi }: Terms): ReadonlySet<string> {
  const named = rules.map(
    ({ tiered, priceAdjustment, linear, gainShare, truthfulTarget }) =>
      (tiered ?? priceAdjustment ?? linear ?? gainShare ?? truthfulTarget)?.kpi,
  );
  return new Set([...named, invoicedSpendKpi].filter((slug) => slug != null));
}

interface TermsViewProps {
  readonly terms: FragmentType<typeof TermsDocument>;
  /** Names of KPIs by slug. */
  readonly names: ReadonlyMap<string, string>;
}

/** Terms in words, as both sides read them before they sign. */
export function TermsView({ terms: masked, names }: TermsViewProps) {
  const terms = readFragment(TermsDocument, masked);
  const { i18n } = useI18n();
  const format = useFormat();
  const money = useMoney();
  const nameOf = (slug: string) => names.get(slug) ?? slug;
  const first = format.period(terms.firstPeriod);
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>
            <Trans>Settlement</Trans>
          </dt>
          <dd>
            {terms.settlementFrequency === "MONTHLY" ? <Trans>every month</Trans> : <Trans>every quarter</Trans>}
            {", "}
            {terms.lastPeriod == null ? (
              <Trans>from {first} on</Trans>
            ) : (
              <Trans>
                {first} to {format.period(terms.lastPeriod)}
              </Trans>
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Statement</Trans>
          </dt>
          <dd>
            <Trans>{format.count(terms.graceDays)} days after the period's end</Trans>
          </dd>
        </div>
        <Limit title={<Trans>Bonus pool for each period</Trans>} money={terms.bonusPool} />
        <Limit title={<Trans>At most for each period</Trans>} money={terms.cap} />
        <Limit title={<Trans>At least for each period</Trans>} money={terms.floor} />
        {terms.invoicedSpendKpi == null ? null : (
          <div>
            <dt>
              <Trans>Invoiced spend</Trans>
            </dt>
            <dd>{nameOf(terms.invoicedSpendKpi)}</dd>
          </div>
        )}
      </dl>
      <ol className={styles.rules}>
        {terms.rules.map((rule) => (
          <li key={rule.ruleId}>
            <strong>{rule.displayName}</strong> <span className={styles.small}>{i18n._(ruleWords[rule.kind])}</span>
            <RuleWords rule={rule} currency={terms.currency} nameOf={nameOf} />
            {rule.cap == null ? null : (
              <p className={styles.small}>
                <Trans>At most {money.text(rule.cap)} for each period.</Trans>
              </p>
            )}
            {rule.floor == null ? null : (
              <p className={styles.small}>
                <Trans>At least {money.text(rule.floor)} for each period.</Trans>
              </p>
            )}
          </li>
        ))}
      </ol>
      {terms.remarks == null ? null : <p className={styles.lead}>{terms.remarks}</p>}
    </>
  );
}

function Limit({ title, money: amount }: { title: ReactNode; money: Money | null | undefined }) {
  const money = useMoney();
  if (amount == null) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd className={styles.amount}>{money.text(amount)}</dd>
    </div>
  );
}

type Rule = Terms["rules"][number];

interface RuleWordsProps {
  readonly rule: Rule;
  readonly currency: string;
  readonly nameOf: (slug: string) => string;
}

function RuleWords(props: RuleWordsProps) {
  switch (props.rule.kind) {
    case "TIERED":
    case "PRICE_ADJUSTMENT":
      return <TierWords {...props} />;
    case "LINEAR":
    case "GAIN_SHARE":
    case "TRUTHFUL_TARGET":
      return <FigureWords {...props} />;
    case "TRANSPARENCY_CREDIT":
    case "LATE_DISCLOSURE":
      return <OpennessWords {...props} />;
  }
}

function TierWords({ rule, nameOf }: RuleWordsProps) {
  const { t } = useLingui();
  const money = useMoney();
  const tiered = rule.tiered ?? rule.priceAdjustment;
  if (tiered == null) return null;
  const kpi = nameOf(tiered.kpi);
  const lowerCounts = tiered.edge === "LOWER_INCLUDED";
  const between = (lower: string, upper: string) =>
    lowerCounts ? t`from ${lower} to below ${upper}` : t`above ${lower} up to ${upper}`;
  const under = (upper: string) => (lowerCounts ? t`below ${upper}` : t`up to ${upper}`);
  const over = (lower: string) => (lowerCounts ? t`from ${lower}` : t`above ${lower}`);
  const range = (lower: string | null | undefined, upper: string | null | undefined) => {
    if (lower == null) return upper == null ? t`always` : under(upper);
    return upper == null ? over(lower) : between(lower, upper);
  };
  return (
    <ul>
      {tiered.tiers.map((tier) => (
        <li key={`${tier.lower} ${tier.upper}`}>
          {kpi} {range(tier.lower, tier.upper)}:{" "}
          <span className={styles.amount}>
            {tier.amount == null
              ? rule.kind === "TIERED"
                ? t`${tier.percent ?? ""} % of the bonus pool`
                : t`${tier.percent ?? ""} % of invoiced spend`
              : money.text(tier.amount)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function FigureWords({ rule, currency, nameOf }: RuleWordsProps) {
  const { i18n } = useI18n();
  const money = useMoney();
  const { linear, gainShare, truthfulTarget } = rule;
  if (linear != null) {
    return (
      <p>
        <Trans>
          {signed(linear.amountPerPoint)} {currency} for each point of {nameOf(linear.kpi)} above {linear.zeroAt}; only
          between {linear.lower} and {linear.upper}.
        </Trans>
      </p>
    );
  }
  if (gainShare != null) {
    return (
      <p>
        <Trans>
          Target cost {money.text(gainShare.targetCost)} by {nameOf(gainShare.kpi)}, fee{" "}
          {money.text(gainShare.targetFee)}, ceiling {money.text(gainShare.ceilingPrice)}. Of what is saved or
          overspent, {gainShare.ownerSharePercent} % is the owner's. Paid before:{" "}
          {i18n._(invoicedWords[gainShare.invoicedAs])}.
        </Trans>
      </p>
    );
  }
  if (truthfulTarget == null) return null;
  return (
    <p>
      <Trans>
        {money.text(truthfulTarget.baseBonus)}, and by {nameOf(truthfulTarget.kpi)} against the forecast declared within{" "}
        {truthfulTarget.declareWithinDays} days: {truthfulTarget.beta} {currency} for each point forecast past{" "}
        {truthfulTarget.reference}, {truthfulTarget.alpha} for each point beyond the forecast, minus{" "}
        {truthfulTarget.gamma} for each point short of it.
      </Trans>
    </p>
  );
}

/** A negative figure with the minus sign that readers know. */
function signed(figure: string): string {
  return figure.replace("-", "\u2212");
}

function OpennessWords({ rule, nameOf }: RuleWordsProps) {
  const money = useMoney();
  const { transparencyCredit: credit, lateDisclosure: late } = rule;
  const kpis = (credit ?? late)?.kpis.map(nameOf).join(", ") ?? "";
  return (
    <ul>
      {credit?.steps.map(({ daysBefore, percent }) => (
        <li key={daysBefore}>
          <Trans>
            disclosed <Plural value={daysBefore} one="# day" other="# days" /> or more before the end of the period:{" "}
            {percent} % of the penalty is credited
          </Trans>
        </li>
      ))}
      {late?.steps.map(({ daysBefore, charge }) => (
        <li key={daysBefore}>
          <Trans>
            disclosed <Plural value={daysBefore} one="# day" other="# days" /> or more before the end of the period: the
            partner pays {money.text(charge)}
          </Trans>
        </li>
      ))}
      {late == null ? null : (
        <li>
          <Trans>not disclosed: the partner pays {money.text(late.undisclosedCharge)}</Trans>
        </li>
      )}
      {credit == null && late == null ? null : (
        <li>
          {kpis === "" ? <Trans>for every KPI these rules pay by</Trans> : kpis};{" "}
          <Trans>at most {money.text((credit ?? late)?.capPerPeriod ?? { amount: "0", currency: "" })} a period</Trans>
        </li>
      )}
    </ul>
  );
}
