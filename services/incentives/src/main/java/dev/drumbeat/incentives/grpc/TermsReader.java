package dev.drumbeat.incentives.grpc;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.terms.Better;
import dev.drumbeat.incentives.terms.Edge;
import dev.drumbeat.incentives.terms.InvoicedAs;
import dev.drumbeat.incentives.terms.Pay;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.Tier;
import dev.drumbeat.incentives.terms.Tiers;
import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.proto.incentives.v1.SettlementFrequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terms as they come over the wire. What is malformed is named by its field; what is unwise is found later. */
final class TermsReader {
    private final Reader reader;
    private final String currency;

    private TermsReader(Reader reader, String currency) {
        this.reader = reader;
        this.currency = currency;
    }

    static Terms read(Validation validation, dev.drumbeat.proto.incentives.v1.Terms terms) {
        Reader reader = new Reader(validation);
        return new TermsReader(reader, reader.currency("terms.currency", terms.getCurrency())).terms(terms);
    }

    private Terms terms(dev.drumbeat.proto.incentives.v1.Terms terms) {
        Validation validation = reader.validation();
        Frequency frequency = switch (terms.getSettlementFrequency()) {
            case SETTLEMENT_FREQUENCY_MONTHLY -> Frequency.MONTHLY;
            case SETTLEMENT_FREQUENCY_QUARTERLY -> Frequency.QUARTERLY;
            case SETTLEMENT_FREQUENCY_UNSPECIFIED, UNRECOGNIZED -> unsettled(validation);
        };
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < terms.getRulesCount(); i++) {
            rule("terms.rules[" + i + "]", terms.getRules(i)).ifPresent(rules::add);
        }
        Optional<Period> last = terms.getLastPeriod().isEmpty()
                ? Optional.empty()
                : Optional.of(reader.period("terms.last_period", terms.getLastPeriod(), frequency));
        return new Terms(
                validation.line("terms.display_name", terms.getDisplayName(), 1, 120),
                currency,
                frequency,
                reader.period("terms.first_period", terms.getFirstPeriod(), frequency),
                last,
                terms.getGraceDays(),
                terms.hasBonusPool() ? Optional.of(money("terms.bonus_pool", terms.getBonusPool())) : Optional.empty(),
                Optional.of(terms.getInvoicedSpendKpi()).filter(kpi -> !kpi.isEmpty()),
                rules,
                terms.hasCap() ? Optional.of(money("terms.cap", terms.getCap())) : Optional.empty(),
                terms.hasFloor() ? Optional.of(money("terms.floor", terms.getFloor())) : Optional.empty(),
                validation.text("terms.remarks", terms.getRemarks(), 0, 4_000));
    }

    private static Frequency unsettled(Validation validation) {
        validation.add("terms.settlement_frequency", "choice.required", "Choose one of MONTHLY, QUARTERLY.");
        return Frequency.MONTHLY;
    }

    /** The settlement frequency on the wire, for those who only read. */
    static SettlementFrequency wire(Frequency frequency) {
        return frequency == Frequency.QUARTERLY
                ? SettlementFrequency.SETTLEMENT_FREQUENCY_QUARTERLY
                : SettlementFrequency.SETTLEMENT_FREQUENCY_MONTHLY;
    }

    private Optional<Rule> rule(String field, dev.drumbeat.proto.incentives.v1.Rule rule) {
        String name = reader.validation().line(field + ".display_name", rule.getDisplayName(), 1, 120);
        String id = rule.getRuleId().isEmpty() ? Ids.slug(name) : rule.getRuleId();
        reader.validation().id(field + ".rule_id", id);
        return body(field, rule)
                .map(body -> new Rule(
                        id,
                        name,
                        body,
                        rule.hasCap() ? Optional.of(money(field + ".cap", rule.getCap())) : Optional.empty(),
                        rule.hasFloor() ? Optional.of(money(field + ".floor", rule.getFloor())) : Optional.empty()));
    }

    private Optional<RuleBody> body(String field, dev.drumbeat.proto.incentives.v1.Rule rule) {
        return switch (rule.getRuleCase()) {
            case TIERED -> {
                var tiered = rule.getTiered();
                yield Optional.of(new RuleBody.Tiered(
                        tiered.getKpi(), tiers(field + ".tiered", tiered.getEdge(), tiered.getTiersList())));
            }
            case PRICE_ADJUSTMENT -> {
                var adjustment = rule.getPriceAdjustment();
                yield Optional.of(new RuleBody.PriceAdjustment(
                        adjustment.getKpi(),
                        tiers(field + ".price_adjustment", adjustment.getEdge(), adjustment.getTiersList())));
            }
            case LINEAR -> {
                var linear = rule.getLinear();
                String at = field + ".linear.";
                yield Optional.of(new RuleBody.Linear(
                        linear.getKpi(),
                        reader.decimal(at + "lower", linear.getLower()),
                        reader.decimal(at + "upper", linear.getUpper()),
                        reader.decimal(at + "zero_at", linear.getZeroAt()),
                        reader.decimal(at + "amount_per_point", linear.getAmountPerPoint())));
            }
            case GAIN_SHARE -> {
                var share = rule.getGainShare();
                String at = field + ".gain_share.";
                yield Optional.of(new RuleBody.GainShare(
                        share.getKpi(),
                        money(at + "target_cost", share.getTargetCost()),
                        money(at + "target_fee", share.getTargetFee()),
                        money(at + "ceiling_price", share.getCeilingPrice()),
                        reader.decimal(at + "owner_share_percent", share.getOwnerSharePercent()),
                        Enums.require(
                                reader.validation(), at + "invoiced_as", share.getInvoicedAs(), InvoicedAs.class)));
            }
            case TRANSPARENCY_CREDIT -> {
                var credit = rule.getTransparencyCredit();
                String at = field + ".transparency_credit.";
                List<RuleBody.CreditStep> steps = new ArrayList<>();
                for (int i = 0; i < credit.getStepsCount(); i++) {
                    steps.add(new RuleBody.CreditStep(
                            credit.getSteps(i).getDaysBefore(),
                            reader.decimal(
                                    at + "steps[" + i + "].percent",
                                    credit.getSteps(i).getPercent())));
                }
                yield Optional.of(new RuleBody.TransparencyCredit(
                        credit.getKpisList(), steps, money(at + "cap_per_period", credit.getCapPerPeriod())));
            }
            case LATE_DISCLOSURE -> {
                var late = rule.getLateDisclosure();
                String at = field + ".late_disclosure.";
                List<RuleBody.ChargeStep> steps = new ArrayList<>();
                for (int i = 0; i < late.getStepsCount(); i++) {
                    steps.add(new RuleBody.ChargeStep(
                            late.getSteps(i).getDaysBefore(),
                            money(
                                    at + "steps[" + i + "].charge",
                                    late.getSteps(i).getCharge())));
                }
                yield Optional.of(new RuleBody.LateDisclosure(
                        late.getKpisList(),
                        steps,
                        money(at + "undisclosed_charge", late.getUndisclosedCharge()),
                        money(at + "cap_per_period", late.getCapPerPeriod())));
            }
            case TRUTHFUL_TARGET -> {
                var menu = rule.getTruthfulTarget();
                String at = field + ".truthful_target.";
                yield Optional.of(new RuleBody.TruthfulTarget(
                        menu.getKpi(),
                        money(at + "base_bonus", menu.getBaseBonus()),
                        reader.decimal(at + "reference", menu.getReference()),
                        reader.decimal(at + "alpha", menu.getAlpha()),
                        reader.decimal(at + "beta", menu.getBeta()),
                        reader.decimal(at + "gamma", menu.getGamma()),
                        menu.getDeclareWithinDays(),
                        Enums.require(reader.validation(), at + "better", menu.getBetter(), Better.class)));
            }
            case RULE_NOT_SET -> {
                reader.validation().add(field, "rule.required", "Say how this rule pays.");
                yield Optional.empty();
            }
        };
    }

    private Tiers tiers(
            String field,
            dev.drumbeat.proto.incentives.v1.Edge edge,
            List<dev.drumbeat.proto.incentives.v1.Tier> wire) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < wire.size(); i++) {
            var tier = wire.get(i);
            String at = field + ".tiers[" + i + "]";
            tiers.add(new Tier(
                    reader.optionalDecimal(at + ".lower", tier.getLower()),
                    reader.optionalDecimal(at + ".upper", tier.getUpper()),
                    pay(at, tier)));
        }
        return new Tiers(Enums.require(reader.validation(), field + ".edge", edge, Edge.class), tiers);
    }

    private Pay pay(String at, dev.drumbeat.proto.incentives.v1.Tier tier) {
        return switch (tier.getPayCase()) {
            case AMOUNT -> new Pay.Amount(money(at + ".amount", tier.getAmount()));
            case PERCENT -> new Pay.Percent(reader.decimal(at + ".percent", tier.getPercent()));
            case PAY_NOT_SET -> {
                reader.validation().add(at + ".pay", "pay.required", "Say what this tier pays.");
                yield new Pay.Amount(Money.zero(currency));
            }
        };
    }

    private Money money(String field, dev.drumbeat.proto.common.v1.Money money) {
        return reader.money(field, money, currency);
    }
}
