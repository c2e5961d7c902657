package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.terms.RuleBody.ByDisclosure;
import dev.drumbeat.incentives.terms.RuleBody.ByFigure;
import dev.drumbeat.incentives.terms.RuleBody.GainShare;
import dev.drumbeat.incentives.terms.RuleBody.LateDisclosure;
import dev.drumbeat.incentives.terms.RuleBody.Linear;
import dev.drumbeat.incentives.terms.RuleBody.PriceAdjustment;
import dev.drumbeat.incentives.terms.RuleBody.Tiered;
import dev.drumbeat.incentives.terms.RuleBody.TransparencyCredit;
import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import dev.drumbeat.platform.calendar.Frequency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with terms. Without an error among the findings, every figure is paid by exactly one tier of each rule, no amount
 * leaves its limits, and telling early of a coming miss never pays less than telling late or not at all.
 */
public final class TermsCheck {
    private static final int MAX_RULES = 20;
    private static final int MAX_GRACE_DAYS = 92;

    private final Terms terms;
    private final Map<String, KpiFacts> kpis;
    private final Findings findings = Findings.ofTerms();

    private TermsCheck(Terms terms, Map<String, KpiFacts> kpis) {
        this.terms = terms;
        this.kpis = kpis;
    }

    /** @param kpis those of the partnership, by name */
    public static List<Finding> of(Terms terms, Map<String, KpiFacts> kpis) {
        TermsCheck check = new TermsCheck(terms, kpis);
        check.frame();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < terms.rules().size(); i++) {
            Rule rule = terms.rules().get(i);
            Findings ofRule = Findings.ofRule(i, rule);
            if (!ids.add(rule.id())) {
                ofRule.error("rule_id", "rule.twice", "Two rules are called «" + rule.id() + "».");
            }
            check.rule(rule, ofRule);
            check.findings.addAll(ofRule);
        }
        check.disclosureRulesTogether();
        return check.findings.all();
    }

    private void frame() {
        if (terms.rules().isEmpty()) {
            findings.error("rules", "rules.none", "Terms need at least one rule.");
        }
        if (terms.rules().size() > MAX_RULES) {
            findings.error("rules", "rules.many", "At most " + MAX_RULES + " rules, please.");
        }
        if (terms.settlement() != Frequency.MONTHLY && terms.settlement() != Frequency.QUARTERLY) {
            findings.error("settlement_frequency", "settlement.frequency", "Settle by month or by quarter.");
        } else {
            periods();
        }
        if (terms.graceDays() < 0 || terms.graceDays() > MAX_GRACE_DAYS) {
            findings.error("grace_days", "grace.range", "Grace is 0 to " + MAX_GRACE_DAYS + " days.");
        }
        limits(findings, terms.cap(), terms.floor());
        currency(findings, "bonus_pool", terms.bonusPool());
        if (terms.bonusPool().filter(Money::isNegative).isPresent()) {
            findings.error("bonus_pool", "pool.negative", "A bonus pool is not negative.");
        }
        terms.invoicedSpendKpi().ifPresent(kpi -> {
            known(findings, "invoiced_spend_kpi", kpi);
            moneyKpi(findings, "invoiced_spend_kpi", kpi);
        });
    }

    private void periods() {
        boolean first = terms.firstPeriod().frequency() == terms.settlement();
        if (!first) {
            findings.error("first_period", "period.frequency", "The first period is not one that is settled.");
        }
        terms.lastPeriod().ifPresent(last -> {
            if (last.frequency() != terms.settlement()) {
                findings.error("last_period", "period.frequency", "The last period is not one that is settled.");
            } else if (first && last.compareTo(terms.firstPeriod()) < 0) {
                findings.error("last_period", "period.order", "The last period lies before the first.");
            }
        });
    }

    private void rule(Rule rule, Findings found) {
        limits(found, rule.cap(), rule.floor());
        switch (rule.body()) {
            case Tiered tiered -> {
                paying(tiered, found, "tiered");
                TiersCheck.of(tiered.tiers(), "tiered", found);
                tierPay(tiered.tiers(), found);
                wrongWay(tiered.kpi(), TiersCheck.trend(tiered.tiers(), terms.bonusPool()), found);
            }
            case PriceAdjustment adjustment -> {
                paying(adjustment, found, "price_adjustment");
                TiersCheck.of(adjustment.tiers(), "price_adjustment", found);
                spendPay(adjustment.tiers(), found);
                wrongWay(adjustment.kpi(), TiersCheck.trend(adjustment.tiers(), Optional.empty()), found);
            }
            case Linear linear -> {
                paying(linear, found, "linear");
                linear(linear, found);
            }
            case GainShare share -> {
                paying(share, found, "gain_share");
                gainShare(share, rule, found);
            }
            case TruthfulTarget menu -> {
                paying(menu, found, "truthful_target");
                TruthfulCheck.of(menu, found);
                currency(found, "truthful_target.base_bonus", Optional.of(menu.baseBonus()));
                direction(menu, found);
                withoutFloor(rule, found);
            }
            case TransparencyCredit credit -> {
                disclosure(credit, rule, found, "transparency_credit");
                currency(found, "transparency_credit.cap_per_period", Optional.of(credit.capPerPeriod()));
                DisclosureCheck.of(credit, found);
            }
            case LateDisclosure late -> {
                disclosure(late, rule, found, "late_disclosure");
                currency(found, "late_disclosure.cap_per_period", Optional.of(late.capPerPeriod()));
                currency(found, "late_disclosure.undisclosed_charge", Optional.of(late.undisclosedCharge()));
                late.steps().forEach(step -> currency(found, "late_disclosure.steps", Optional.of(step.charge())));
                DisclosureCheck.of(late, found);
            }
        }
    }

    private void paying(ByFigure body, Findings found, String kind) {
        known(found, kind + ".kpi", body.kpi());
    }

    private void known(Findings found, String field, String name) {
        KpiFacts kpi = kpis.get(name);
        if (kpi == null) {
            found.error(field, "kpi.unknown", "This partnership has no KPI «" + name + "».");
            return;
        }
        if (kpi.frequency().compareTo(terms.settlement()) > 0) {
            found.error(
                    field,
                    "kpi.too_rare",
                    "«" + kpi.displayName() + "» is measured more rarely than it would be settled.");
        }
        if (kpi.derived() && kpi.frequency() != terms.settlement()) {
            found.error(
                    field,
                    "kpi.derived",
                    "«" + kpi.displayName()
                            + "» is computed from other KPIs; it can be paid by in its own frequency only.");
        }
        if (kpi.isMoney() && !kpi.currency().equals(terms.currency())) {
            found.error(
                    field,
                    "kpi.currency",
                    "«" + kpi.displayName() + "» is in " + kpi.currency() + ", the terms in " + terms.currency() + ".");
        }
    }

    private void moneyKpi(Findings found, String field, String name) {
        KpiFacts kpi = kpis.get(name);
        if (kpi != null && !kpi.isMoney()) {
            found.error(field, "kpi.not_money", "«" + kpi.displayName() + "» is not an amount of money.");
        }
    }

    private void tierPay(Tiers tiers, Findings found) {
        for (int i = 0; i < tiers.tiers().size(); i++) {
            String field = "tiered.tiers[" + i + "]";
            switch (tiers.tiers().get(i).pay()) {
                case Pay.Amount(Money amount) -> currency(found, field + ".amount", Optional.of(amount));
                case Pay.Percent percent -> {
                    if (terms.bonusPool().isEmpty()) {
                        found.error(
                                field + ".percent",
                                "pool.missing",
                                "A percentage needs a bonus pool that it is taken of.");
                    }
                }
            }
        }
    }

    private void spendPay(Tiers tiers, Findings found) {
        if (terms.invoicedSpendKpi().isEmpty()) {
            found.error(
                    "price_adjustment", "spend.missing", "A price adjustment needs the KPI with the invoiced spend.");
        }
        for (int i = 0; i < tiers.tiers().size(); i++) {
            if (tiers.tiers().get(i).pay() instanceof Pay.Amount) {
                found.error(
                        "price_adjustment.tiers[" + i + "].amount",
                        "adjustment.percent",
                        "A price adjustment pays percentages of invoiced spend.");
            }
        }
    }

    private void linear(Linear linear, Findings found) {
        if (linear.lower().compareTo(linear.upper()) >= 0) {
            found.error("linear.upper", "linear.bounds", "The upper bound must be above the lower one.");
        } else if (linear.held(linear.zeroAt()).compareTo(linear.zeroAt()) != 0) {
            found.error("linear.zero_at", "linear.zero", "Where it pays nothing must lie between the bounds.");
        }
        wrongWay(linear.kpi(), linear.amountPerPoint().signum(), found);
    }

    private void gainShare(GainShare share, Rule rule, Findings found) {
        moneyKpi(found, "gain_share.kpi", share.kpi());
        currency(found, "gain_share.target_cost", Optional.of(share.targetCost()));
        currency(found, "gain_share.target_fee", Optional.of(share.targetFee()));
        currency(found, "gain_share.ceiling_price", Optional.of(share.ceilingPrice()));
        if (share.ownerSharePercent().signum() <= 0 || share.ownerSharePercent().compareTo(RuleBody.HUNDRED) > 0) {
            found.error(
                    "gain_share.owner_share_percent",
                    "gain_share.share",
                    "The owner's share is above 0 and at most 100 percent.");
        }
        if (!share.targetCost().isPositive() || share.targetFee().isNegative()) {
            found.error(
                    "gain_share.target_cost", "gain_share.target", "Target cost is positive, the fee not negative.");
        }
        if (share.ceilingPrice().amount().compareTo(share.targetPrice()) < 0) {
            found.error(
                    "gain_share.ceiling_price",
                    "gain_share.ceiling",
                    "The ceiling lies below the target price of "
                            + share.targetPrice().toPlainString() + ".");
        }
        withoutFloor(rule, found);
    }

    private void withoutFloor(Rule rule, Findings found) {
        if (rule.floor().isEmpty()) {
            found.warning(
                    "floor",
                    "figure.missing_pays",
                    "Without a floor a missing figure pays nothing, while a bad one costs without limit: set a floor.",
                    "");
        }
    }

    private void direction(TruthfulTarget menu, Findings found) {
        KpiFacts kpi = kpis.get(menu.kpi());
        if (kpi == null) {
            return;
        }
        boolean fits = kpi.direction().equals(menu.better() + "_IS_BETTER");
        if (!fits) {
            found.error(
                    "truthful_target.better",
                    "truthful.direction",
                    "«" + kpi.displayName() + "» improves the other way.");
        }
    }

    /** @param trend 1 when a higher figure never pays less, -1 when it never pays more, 0 when neither */
    private void wrongWay(String name, int trend, Findings found) {
        KpiFacts kpi = kpis.get(name);
        if (kpi == null) {
            return;
        }
        boolean wrong = (kpi.direction().equals("HIGHER_IS_BETTER") && trend < 0)
                || (kpi.direction().equals("LOWER_IS_BETTER") && trend > 0);
        if (wrong) {
            found.warning("", "pay.wrong_way", "A worse figure of «" + kpi.displayName() + "» pays more here.", "");
        }
    }

    private void disclosure(ByDisclosure body, Rule rule, Findings found, String kind) {
        if (rule.cap().isPresent() || rule.floor().isPresent()) {
            found.error("cap", "disclosure.limits", "A rule on disclosures is limited by its own cap for a period.");
        }
        body.kpis().stream()
                .filter(kpi -> !terms.payingKpis().contains(kpi))
                .forEach(kpi ->
                        found.error(kind + ".kpis", "disclosure.kpi", "No rule of these terms pays by «" + kpi + "»."));
    }

    /** Two credits for one penalty could give back more than was taken. */
    private void disclosureRulesTogether() {
        for (String kpi : terms.payingKpis()) {
            long credits = terms.rules().stream()
                    .filter(rule -> rule.body() instanceof TransparencyCredit credit && credit.isFor(kpi))
                    .count();
            if (credits > 1) {
                findings.error("rules", "credit.twice", "Two rules credit the same disclosures of «" + kpi + "».");
            }
        }
    }

    private void limits(Findings found, Optional<Money> cap, Optional<Money> floor) {
        currency(found, "cap", cap);
        currency(found, "floor", floor);
        if (cap.isPresent()
                && floor.isPresent()
                && cap.get().amount().compareTo(floor.get().amount()) < 0) {
            found.error("cap", "limits.order", "The cap lies below the floor.");
        }
    }

    private void currency(Findings found, String field, Optional<Money> amount) {
        amount.filter(money -> !money.currency().equals(terms.currency()))
                .ifPresent(money -> found.error(
                        field,
                        "currency.other",
                        "This is in " + money.currency() + ", the terms are in " + terms.currency() + "."));
    }
}
