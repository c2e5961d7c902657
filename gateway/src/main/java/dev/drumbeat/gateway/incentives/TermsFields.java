package dev.drumbeat.gateway.incentives;

import dev.drumbeat.gateway.graphql.TypeFields;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.incentives.v1.ChargeStep;
import dev.drumbeat.proto.incentives.v1.CreditStep;
import dev.drumbeat.proto.incentives.v1.Edge;
import dev.drumbeat.proto.incentives.v1.GainShareRule;
import dev.drumbeat.proto.incentives.v1.LateDisclosureRule;
import dev.drumbeat.proto.incentives.v1.LinearRule;
import dev.drumbeat.proto.incentives.v1.PriceAdjustmentRule;
import dev.drumbeat.proto.incentives.v1.Rule;
import dev.drumbeat.proto.incentives.v1.Terms;
import dev.drumbeat.proto.incentives.v1.Tier;
import dev.drumbeat.proto.incentives.v1.TieredRule;
import dev.drumbeat.proto.incentives.v1.TransparencyCreditRule;
import dev.drumbeat.proto.incentives.v1.TruthfulTargetRule;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How terms and rules are read. */
@Component
final class TermsFields implements RuntimeWiringConfigurer {
    /** Tiers of either rule that has some. */
    private record Tiers(String kpi, Edge edge, List<Tier> tiers) {
        static Tiers of(TieredRule rule) {
            return new Tiers(rule.getKpi(), rule.getEdge(), rule.getTiersList());
        }

        static Tiers of(PriceAdjustmentRule rule) {
            return new Tiers(rule.getKpi(), rule.getEdge(), rule.getTiersList());
        }
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        addTerms(wiring);
        addRule(wiring);
        addTiers(wiring);
        addFigures(wiring);
        addDisclosure(wiring);
    }

    private static void addTerms(RuntimeWiring.Builder wiring) {
        TypeFields.of("Terms", Terms.class)
                .field("displayName", Terms::getDisplayName)
                .field("currency", Terms::getCurrency)
                .field("settlementFrequency", terms -> Wire.name(terms.getSettlementFrequency()))
                .field("firstPeriod", Terms::getFirstPeriod)
                .field("lastPeriod", terms -> Wire.text(terms.getLastPeriod()))
                .field("graceDays", Terms::getGraceDays)
                .field("bonusPool", terms -> terms.hasBonusPool() ? terms.getBonusPool() : null)
                .field("invoicedSpendKpi", terms -> Wire.slug(terms.getInvoicedSpendKpi()))
                .field("rules", Terms::getRulesList)
                .field("cap", terms -> terms.hasCap() ? terms.getCap() : null)
                .field("floor", terms -> terms.hasFloor() ? terms.getFloor() : null)
                .field("remarks", terms -> Wire.text(terms.getRemarks()))
                .addTo(wiring);
    }

    private static void addRule(RuntimeWiring.Builder wiring) {
        TypeFields.of("PayRule", Rule.class)
                .field("ruleId", Rule::getRuleId)
                .field("displayName", Rule::getDisplayName)
                .field("kind", TermsFields::kind)
                .field("tiered", rule -> rule.hasTiered() ? Tiers.of(rule.getTiered()) : null)
                .field("linear", rule -> rule.hasLinear() ? rule.getLinear() : null)
                .field("gainShare", rule -> rule.hasGainShare() ? rule.getGainShare() : null)
                .field(
                        "priceAdjustment",
                        rule -> rule.hasPriceAdjustment() ? Tiers.of(rule.getPriceAdjustment()) : null)
                .field("transparencyCredit", rule -> rule.hasTransparencyCredit() ? rule.getTransparencyCredit() : null)
                .field("lateDisclosure", rule -> rule.hasLateDisclosure() ? rule.getLateDisclosure() : null)
                .field("truthfulTarget", rule -> rule.hasTruthfulTarget() ? rule.getTruthfulTarget() : null)
                .field("cap", rule -> rule.hasCap() ? rule.getCap() : null)
                .field("floor", rule -> rule.hasFloor() ? rule.getFloor() : null)
                .addTo(wiring);
    }

    private static @Nullable String kind(Rule rule) {
        return switch (rule.getRuleCase()) {
            case TIERED -> "TIERED";
            case LINEAR -> "LINEAR";
            case GAIN_SHARE -> "GAIN_SHARE";
            case PRICE_ADJUSTMENT -> "PRICE_ADJUSTMENT";
            case TRANSPARENCY_CREDIT -> "TRANSPARENCY_CREDIT";
            case LATE_DISCLOSURE -> "LATE_DISCLOSURE";
            case TRUTHFUL_TARGET -> "TRUTHFUL_TARGET";
            case RULE_NOT_SET -> null;
        };
    }

    private static void addTiers(RuntimeWiring.Builder wiring) {
        TypeFields.of("TieredRule", Tiers.class)
                .field("kpi", rule -> Wire.slug(rule.kpi()))
                .field("edge", rule -> Wire.name(rule.edge()))
                .field("tiers", Tiers::tiers)
                .addTo(wiring);
        TypeFields.of("Tier", Tier.class)
                .field("lower", tier -> Wire.text(tier.getLower()))
                .field("upper", tier -> Wire.text(tier.getUpper()))
                .field("amount", tier -> tier.hasAmount() ? tier.getAmount() : null)
                .field("percent", tier -> tier.hasPercent() ? tier.getPercent() : null)
                .addTo(wiring);
    }

    private static void addFigures(RuntimeWiring.Builder wiring) {
        TypeFields.of("LinearRule", LinearRule.class)
                .field("kpi", rule -> Wire.slug(rule.getKpi()))
                .field("lower", LinearRule::getLower)
                .field("upper", LinearRule::getUpper)
                .field("zeroAt", LinearRule::getZeroAt)
                .field("amountPerPoint", LinearRule::getAmountPerPoint)
                .addTo(wiring);
        TypeFields.of("GainShareRule", GainShareRule.class)
                .field("kpi", rule -> Wire.slug(rule.getKpi()))
                .field("targetCost", GainShareRule::getTargetCost)
                .field("targetFee", GainShareRule::getTargetFee)
                .field("ceilingPrice", GainShareRule::getCeilingPrice)
                .field("ownerSharePercent", GainShareRule::getOwnerSharePercent)
                .field("invoicedAs", rule -> Wire.name(rule.getInvoicedAs()))
                .addTo(wiring);
        TypeFields.of("TruthfulTargetRule", TruthfulTargetRule.class)
                .field("kpi", rule -> Wire.slug(rule.getKpi()))
                .field("baseBonus", TruthfulTargetRule::getBaseBonus)
                .field("reference", TruthfulTargetRule::getReference)
                .field("alpha", TruthfulTargetRule::getAlpha)
                .field("beta", TruthfulTargetRule::getBeta)
                .field("gamma", TruthfulTargetRule::getGamma)
                .field("declareWithinDays", TruthfulTargetRule::getDeclareWithinDays)
                .field("better", rule -> Wire.name(rule.getBetter()))
                .addTo(wiring);
    }

    private static void addDisclosure(RuntimeWiring.Builder wiring) {
        TypeFields.of("TransparencyCreditRule", TransparencyCreditRule.class)
                .field("kpis", rule -> Wire.slugs(rule.getKpisList()))
                .field("steps", TransparencyCreditRule::getStepsList)
                .field("capPerPeriod", TransparencyCreditRule::getCapPerPeriod)
                .addTo(wiring);
        TypeFields.of("CreditStep", CreditStep.class)
                .field("daysBefore", CreditStep::getDaysBefore)
                .field("percent", CreditStep::getPercent)
                .addTo(wiring);
        TypeFields.of("LateDisclosureRule", LateDisclosureRule.class)
                .field("kpis", rule -> Wire.slugs(rule.getKpisList()))
                .field("steps", LateDisclosureRule::getStepsList)
                .field("undisclosedCharge", LateDisclosureRule::getUndisclosedCharge)
                .field("capPerPeriod", LateDisclosureRule::getCapPerPeriod)
                .addTo(wiring);
        TypeFields.of("ChargeStep", ChargeStep.class)
                .field("daysBefore", ChargeStep::getDaysBefore)
                .field("charge", ChargeStep::getCharge)
                .addTo(wiring);
    }
}
