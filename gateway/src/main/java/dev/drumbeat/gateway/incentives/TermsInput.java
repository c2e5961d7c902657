package dev.drumbeat.gateway.incentives;

import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.common.v1.Money;
import dev.drumbeat.proto.incentives.v1.Better;
import dev.drumbeat.proto.incentives.v1.ChargeStep;
import dev.drumbeat.proto.incentives.v1.CreditStep;
import dev.drumbeat.proto.incentives.v1.Edge;
import dev.drumbeat.proto.incentives.v1.GainShareRule;
import dev.drumbeat.proto.incentives.v1.InvoicedAs;
import dev.drumbeat.proto.incentives.v1.LateDisclosureRule;
import dev.drumbeat.proto.incentives.v1.LinearRule;
import dev.drumbeat.proto.incentives.v1.PriceAdjustmentRule;
import dev.drumbeat.proto.incentives.v1.Rule;
import dev.drumbeat.proto.incentives.v1.SettlementFrequency;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.proto.incentives.v1.Tier;
import dev.drumbeat.proto.incentives.v1.TieredRule;
import dev.drumbeat.proto.incentives.v1.TransparencyCreditRule;
import dev.drumbeat.proto.incentives.v1.TruthfulTargetRule;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Terms as the contract wants them. What is missing stays missing: incentives says what a rule needs. */
final class TermsInput {
    /** Where the contract's paths have a level that the input has not. */
    static final Map<String, String> NAMES = Map.of();

    private final String partnership;
    private final String currency;

    private TermsInput(String partnership, String currency) {
        this.partnership = partnership;
        this.currency = currency;
    }

    static Terms of(Input input, String partnership) {
        return new TermsInput(partnership, input.text("currency")).terms(input);
    }

    /** An amount with the places of its currency; one with more places stays as it is, to be refused by its field. */
    static Money money(String amount, String currency) {
        return Money.newBuilder()
                .setAmount(inMinorUnits(amount, currency))
                .setCurrency(currency)
                .build();
    }

    private static String inMinorUnits(String amount, String currency) {
        try {
            int places = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            BigDecimal value = new BigDecimal(amount);
            return value.stripTrailingZeros().scale() > places
                    ? amount
                    : value.setScale(places).toPlainString();
        } catch (IllegalArgumentException e) {
            return amount;
        }
    }

    private Terms terms(Input input) {
        Terms.Builder terms = Terms.newBuilder()
                .setDisplayName(input.text("displayName"))
                .setCurrency(currency)
                .setSettlementFrequency(input.value("settlementFrequency", SettlementFrequency.class))
                .setFirstPeriod(input.text("firstPeriod"))
                .setLastPeriod(input.text("lastPeriod"))
                .setGraceDays(input.number("graceDays"))
                .setInvoicedSpendKpi(input.has("invoicedSpendKpi") ? kpi(input.text("invoicedSpendKpi")) : "")
                .setRemarks(input.text("remarks"));
        money(input, "bonusPool", terms::setBonusPool);
        money(input, "cap", terms::setCap);
        money(input, "floor", terms::setFloor);
        input.objects("rules").forEach(rule -> terms.addRules(rule(rule)));
        return terms.build();
    }

    private Rule rule(Input input) {
        Rule.Builder rule = Rule.newBuilder().setRuleId(input.text("ruleId")).setDisplayName(input.text("displayName"));
        part(
                input,
                "tiered",
                part -> rule.setTiered(TieredRule.newBuilder()
                        .setKpi(kpi(part.text("kpi")))
                        .setEdge(part.value("edge", Edge.class))
                        .addAllTiers(tiers(part))));
        part(
                input,
                "priceAdjustment",
                part -> rule.setPriceAdjustment(PriceAdjustmentRule.newBuilder()
                        .setKpi(kpi(part.text("kpi")))
                        .setEdge(part.value("edge", Edge.class))
                        .addAllTiers(tiers(part))));
        part(input, "linear", part -> rule.setLinear(linear(part)));
        part(input, "gainShare", part -> rule.setGainShare(gainShare(part)));
        part(input, "transparencyCredit", part -> rule.setTransparencyCredit(transparencyCredit(part)));
        part(input, "lateDisclosure", part -> rule.setLateDisclosure(lateDisclosure(part)));
        part(input, "truthfulTarget", part -> rule.setTruthfulTarget(truthfulTarget(part)));
        money(input, "cap", rule::setCap);
        money(input, "floor", rule::setFloor);
        return rule.build();
    }

    private List<Tier> tiers(Input part) {
        return part.objects("tiers").stream()
                .map(input -> {
                    Tier.Builder tier =
                            Tier.newBuilder().setLower(input.text("lower")).setUpper(input.text("upper"));
                    money(input, "amount", tier::setAmount);
                    if (input.has("percent")) {
                        tier.setPercent(input.text("percent"));
                    }
                    return tier.build();
                })
                .toList();
    }

    private LinearRule linear(Input part) {
        return LinearRule.newBuilder()
                .setKpi(kpi(part.text("kpi")))
                .setLower(part.text("lower"))
                .setUpper(part.text("upper"))
                .setZeroAt(part.text("zeroAt"))
                .setAmountPerPoint(part.text("amountPerPoint"))
                .build();
    }

    private GainShareRule gainShare(Input part) {
        GainShareRule.Builder rule = GainShareRule.newBuilder()
                .setKpi(kpi(part.text("kpi")))
                .setOwnerSharePercent(part.text("ownerSharePercent"))
                .setInvoicedAs(part.value("invoicedAs", InvoicedAs.class));
        money(part, "targetCost", rule::setTargetCost);
        money(part, "targetFee", rule::setTargetFee);
        money(part, "ceilingPrice", rule::setCeilingPrice);
        return rule.build();
    }

    private TransparencyCreditRule transparencyCredit(Input part) {
        TransparencyCreditRule.Builder rule = TransparencyCreditRule.newBuilder();
        part.texts("kpis").forEach(slug -> rule.addKpis(kpi(slug)));
        part.objects("steps")
                .forEach(step -> rule.addSteps(CreditStep.newBuilder()
                        .setDaysBefore(step.number("daysBefore"))
                        .setPercent(step.text("percent"))));
        money(part, "capPerPeriod", rule::setCapPerPeriod);
        return rule.build();
    }

    private LateDisclosureRule lateDisclosure(Input part) {
        LateDisclosureRule.Builder rule = LateDisclosureRule.newBuilder();
        part.texts("kpis").forEach(slug -> rule.addKpis(kpi(slug)));
        part.objects("steps").forEach(input -> {
            ChargeStep.Builder step = ChargeStep.newBuilder().setDaysBefore(input.number("daysBefore"));
            money(input, "charge", step::setCharge);
            rule.addSteps(step);
        });
        money(part, "undisclosedCharge", rule::setUndisclosedCharge);
        money(part, "capPerPeriod", rule::setCapPerPeriod);
        return rule.build();
    }

    private TruthfulTargetRule truthfulTarget(Input part) {
        TruthfulTargetRule.Builder rule = TruthfulTargetRule.newBuilder()
                .setKpi(kpi(part.text("kpi")))
                .setReference(part.text("reference"))
                .setAlpha(part.text("alpha"))
                .setBeta(part.text("beta"))
                .setGamma(part.text("gamma"))
                .setDeclareWithinDays(part.number("declareWithinDays"))
                .setBetter(part.value("better", Better.class));
        money(part, "baseBonus", rule::setBaseBonus);
        return rule.build();
    }

    /** A KPI that nobody chose yet is none. */
    private String kpi(String slug) {
        try {
            return slug.isEmpty() ? "" : Names.kpi(partnership, slug);
        } catch (Refusal refusal) {
            return "";
        }
    }

    private void money(Input input, String field, Consumer<Money> to) {
        if (input.has(field)) {
            to.accept(money(input.text(field), currency));
        }
    }

    private static void part(Input input, String name, Consumer<Input> to) {
        if (input.has(name)) {
            to.accept(input.object(name));
        }
    }
}
