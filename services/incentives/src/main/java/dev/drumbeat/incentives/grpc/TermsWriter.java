package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.terms.Finding;
import dev.drumbeat.incentives.terms.Pay;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.Tier;
import dev.drumbeat.incentives.terms.Tiers;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.proto.incentives.v1.Better;
import dev.drumbeat.proto.incentives.v1.ChargeStep;
import dev.drumbeat.proto.incentives.v1.CreditStep;
import dev.drumbeat.proto.incentives.v1.Edge;
import dev.drumbeat.proto.incentives.v1.GainShareRule;
import dev.drumbeat.proto.incentives.v1.InvoicedAs;
import dev.drumbeat.proto.incentives.v1.LateDisclosureRule;
import dev.drumbeat.proto.incentives.v1.LinearRule;
import dev.drumbeat.proto.incentives.v1.PriceAdjustmentRule;
import dev.drumbeat.proto.incentives.v1.Severity;
import dev.drumbeat.proto.incentives.v1.TieredRule;
import dev.drumbeat.proto.incentives.v1.TransparencyCreditRule;
import dev.drumbeat.proto.incentives.v1.TruthfulTargetRule;
import java.math.BigDecimal;
import java.util.List;

/** Terms as they go over the wire. */
final class TermsWriter {
    private TermsWriter() {}

    static dev.drumbeat.proto.common.v1.Money money(Money money) {
        return dev.drumbeat.proto.common.v1.Money.newBuilder()
                .setAmount(money.amount().toPlainString())
                .setCurrency(money.currency())
                .build();
    }

    static dev.drumbeat.proto.incentives.v1.Terms terms(Terms terms) {
        var wire = dev.drumbeat.proto.incentives.v1.Terms.newBuilder()
                .setDisplayName(terms.displayName())
                .setCurrency(terms.currency())
                .setSettlementFrequency(TermsReader.wire(terms.settlement()))
                .setFirstPeriod(terms.firstPeriod().name())
                .setLastPeriod(terms.lastPeriod().map(Period::name).orElse(""))
                .setGraceDays(terms.graceDays())
                .setInvoicedSpendKpi(terms.invoicedSpendKpi().orElse(""))
                .setRemarks(terms.remarks());
        terms.bonusPool().ifPresent(pool -> wire.setBonusPool(money(pool)));
        terms.cap().ifPresent(cap -> wire.setCap(money(cap)));
        terms.floor().ifPresent(floor -> wire.setFloor(money(floor)));
        terms.rules().forEach(rule -> wire.addRules(rule(rule)));
        return wire.build();
    }

    static dev.drumbeat.proto.incentives.v1.Rule rule(Rule rule) {
        var wire = dev.drumbeat.proto.incentives.v1.Rule.newBuilder()
                .setRuleId(rule.id())
                .setDisplayName(rule.displayName());
        rule.cap().ifPresent(cap -> wire.setCap(money(cap)));
        rule.floor().ifPresent(floor -> wire.setFloor(money(floor)));
        switch (rule.body()) {
            case RuleBody.Tiered tiered ->
                wire.setTiered(TieredRule.newBuilder()
                        .setKpi(tiered.kpi())
                        .setEdge(Enums.encode(tiered.tiers().edge(), Edge.class))
                        .addAllTiers(tiers(tiered.tiers())));
            case RuleBody.PriceAdjustment adjustment ->
                wire.setPriceAdjustment(PriceAdjustmentRule.newBuilder()
                        .setKpi(adjustment.kpi())
                        .setEdge(Enums.encode(adjustment.tiers().edge(), Edge.class))
                        .addAllTiers(tiers(adjustment.tiers())));
            case RuleBody.Linear linear ->
                wire.setLinear(LinearRule.newBuilder()
                        .setKpi(linear.kpi())
                        .setLower(plain(linear.lower()))
                        .setUpper(plain(linear.upper()))
                        .setZeroAt(plain(linear.zeroAt()))
                        .setAmountPerPoint(plain(linear.amountPerPoint())));
            case RuleBody.GainShare share ->
                wire.setGainShare(GainShareRule.newBuilder()
                        .setKpi(share.kpi())
                        .setTargetCost(money(share.targetCost()))
                        .setTargetFee(money(share.targetFee()))
                        .setCeilingPrice(money(share.ceilingPrice()))
                        .setOwnerSharePercent(plain(share.ownerSharePercent()))
                        .setInvoicedAs(Enums.encode(share.invoicedAs(), InvoicedAs.class)));
            case RuleBody.TransparencyCredit credit -> {
                var steps = TransparencyCreditRule.newBuilder()
                        .addAllKpis(credit.kpis())
                        .setCapPerPeriod(money(credit.capPerPeriod()));
                credit.steps()
                        .forEach(step -> steps.addSteps(CreditStep.newBuilder()
                                .setDaysBefore(step.daysBefore())
                                .setPercent(plain(step.percent()))));
                wire.setTransparencyCredit(steps);
            }
            case RuleBody.LateDisclosure late -> {
                var steps = LateDisclosureRule.newBuilder()
                        .addAllKpis(late.kpis())
                        .setUndisclosedCharge(money(late.undisclosedCharge()))
                        .setCapPerPeriod(money(late.capPerPeriod()));
                late.steps()
                        .forEach(step -> steps.addSteps(ChargeStep.newBuilder()
                                .setDaysBefore(step.daysBefore())
                                .setCharge(money(step.charge()))));
                wire.setLateDisclosure(steps);
            }
            case RuleBody.TruthfulTarget menu ->
                wire.setTruthfulTarget(TruthfulTargetRule.newBuilder()
                        .setKpi(menu.kpi())
                        .setBaseBonus(money(menu.baseBonus()))
                        .setReference(plain(menu.reference()))
                        .setAlpha(plain(menu.alpha()))
                        .setBeta(plain(menu.beta()))
                        .setGamma(plain(menu.gamma()))
                        .setDeclareWithinDays(menu.declareWithinDays())
                        .setBetter(Enums.encode(menu.better(), Better.class)));
        }
        return wire.build();
    }

    private static List<dev.drumbeat.proto.incentives.v1.Tier> tiers(Tiers tiers) {
        return tiers.tiers().stream().map(TermsWriter::tier).toList();
    }

    private static dev.drumbeat.proto.incentives.v1.Tier tier(Tier tier) {
        var wire = dev.drumbeat.proto.incentives.v1.Tier.newBuilder()
                .setLower(tier.lower().map(TermsWriter::plain).orElse(""))
                .setUpper(tier.upper().map(TermsWriter::plain).orElse(""));
        switch (tier.pay()) {
            case Pay.Amount(Money amount) -> wire.setAmount(money(amount));
            case Pay.Percent(BigDecimal percent) -> wire.setPercent(plain(percent));
        }
        return wire.build();
    }

    static dev.drumbeat.proto.incentives.v1.Finding finding(Finding finding) {
        return dev.drumbeat.proto.incentives.v1.Finding.newBuilder()
                .setSeverity(Enums.encode(finding.severity(), Severity.class))
                .setField(finding.field())
                .setCode(finding.code())
                .setMessage(finding.message())
                .setRuleId(finding.ruleId())
                .setExample(finding.example())
                .build();
    }

    static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
