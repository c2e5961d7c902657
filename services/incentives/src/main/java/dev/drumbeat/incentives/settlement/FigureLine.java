package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.Settlement.Mode;
import dev.drumbeat.incentives.terms.Pay;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody;
import dev.drumbeat.incentives.terms.RuleBody.ByFigure;
import dev.drumbeat.incentives.terms.RuleBody.GainShare;
import dev.drumbeat.incentives.terms.RuleBody.Linear;
import dev.drumbeat.incentives.terms.RuleBody.PriceAdjustment;
import dev.drumbeat.incentives.terms.RuleBody.Tiered;
import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.Tier;
import dev.drumbeat.incentives.terms.Tiers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The line of a rule that pays by a KPI's figure. */
final class FigureLine {
    private final Terms terms;
    private final PeriodFacts facts;
    private final Mode mode;

    FigureLine(Terms terms, PeriodFacts facts, Mode mode) {
        this.terms = terms;
        this.facts = facts;
        this.mode = mode;
    }

    /** What came out before limits and rounding, and how. */
    private record Computed(BigDecimal amount, String formula, List<Line.Input> inputs) {}

    Line line(Rule rule) {
        ByFigure body = (ByFigure) rule.body();
        Figure figure = facts.figure(body.kpi());
        List<String> missing = missing(figure, body);
        List<Line.Input> inputs = new ArrayList<>();
        inputs.add(input(figure));
        if (!missing.isEmpty()) {
            Optional<BigDecimal> least = least(rule);
            return line(
                    rule,
                    body,
                    new Computed(
                            least.orElse(BigDecimal.ZERO),
                            "No figure for " + String.join(", ", missing) + ": the least this rule can pay counts.",
                            inputs),
                    true);
        }
        if (figure.value().isEmpty()) {
            String why = figure.inactive() ? "There was no activity" : "There is no figure yet";
            return line(rule, body, new Computed(BigDecimal.ZERO, why + ": nothing is paid.", inputs), false);
        }
        Computed computed = compute(rule, body, figure.value().get());
        inputs.addAll(computed.inputs());
        return line(rule, body, new Computed(computed.amount(), computed.formula(), inputs), false);
    }

    private List<String> missing(Figure figure, ByFigure body) {
        if (mode == Mode.PROJECTED) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(figure.missing());
        if (body instanceof PriceAdjustment && !figure.inactive()) {
            missing.addAll(spend().missing());
        }
        return missing;
    }

    private Line line(Rule rule, ByFigure body, Computed computed, boolean figureMissing) {
        Money amount = Money.rounded(rule.held(computed.amount()), terms.currency());
        boolean held = rule.held(computed.amount()).compareTo(computed.amount()) != 0;
        return new Line(
                rule.id(),
                LineKind.RULE,
                rule.displayName(),
                Optional.of(body.kpi()),
                amount,
                computed.formula() + (held ? " Held to " + amount + " by the rule's cap or floor." : ""),
                computed.inputs(),
                Optional.of(rule),
                figureMissing,
                Optional.empty());
    }

    private Computed compute(Rule rule, ByFigure body, BigDecimal value) {
        return switch (body) {
            case Tiered tiered -> tier(tiered.tiers(), value, terms.bonusPool().map(Money::amount), "bonus pool");
            case PriceAdjustment adjustment -> adjustment(adjustment, value);
            case Linear linear ->
                new Computed(
                        linear.pays(value),
                        "%s per point × (%s − %s)."
                                .formatted(
                                        plain(linear.amountPerPoint()),
                                        plain(linear.held(value)),
                                        plain(linear.zeroAt())),
                        List.of());
            case GainShare share -> gainShare(share, value);
            case TruthfulTarget menu -> menu(rule, menu, value);
        };
    }

    private Computed adjustment(PriceAdjustment adjustment, BigDecimal value) {
        Figure spend = spend();
        Computed computed =
                tier(adjustment.tiers(), value, Optional.of(spend.value().orElse(BigDecimal.ZERO)), "invoiced spend");
        List<Line.Input> inputs = new ArrayList<>(computed.inputs());
        inputs.add(new Line.Input(
                "invoiced_spend",
                spend.displayName() + " " + facts.period().name(),
                spend.value().map(FigureLine::plain).orElse("none"),
                spend.sources()));
        return new Computed(computed.amount(), computed.formula(), inputs);
    }

    private Computed tier(Tiers tiers, BigDecimal value, Optional<BigDecimal> base, String baseWord) {
        Tier tier =
                tiers.find(value).orElseThrow(() -> new IllegalStateException("signed tiers leave " + value + " out"));
        String band = tier.band(tiers.edge());
        Line.Input inTier = new Line.Input("tier", "Tier", band, List.of());
        return switch (tier.pay()) {
            case Pay.Amount(Money amount) ->
                new Computed(
                        amount.amount(),
                        plain(value) + " is in the tier " + band + ", which pays " + amount + ".",
                        List.of(inTier));
            case Pay.Percent(BigDecimal percent) -> {
                BigDecimal of = base.orElseThrow(() -> new IllegalStateException("a percentage of nothing"));
                yield new Computed(
                        of.multiply(percent).movePointLeft(2),
                        "%s is in the tier %s, which pays %s %% of the %s of %s."
                                .formatted(plain(value), band, plain(percent), baseWord, plain(of)),
                        List.of(
                                inTier,
                                new Line.Input("percent", "Percent", plain(percent), List.of()),
                                new Line.Input("base", "Percentage of", plain(of), List.of())));
            }
        };
    }

    private Computed gainShare(GainShare share, BigDecimal cost) {
        BigDecimal price = share.price(cost);
        BigDecimal invoiced = share.invoiced(cost);
        return new Computed(
                share.pays(cost),
                "Price = min(%s, %s + %s + %s %% × (%s − %s)) = %s; invoiced before: %s."
                        .formatted(
                                plain(share.ceilingPrice().amount()),
                                plain(share.targetCost().amount()),
                                plain(share.targetFee().amount()),
                                plain(share.ownerSharePercent()),
                                plain(cost),
                                plain(share.targetCost().amount()),
                                plain(price),
                                plain(invoiced)),
                List.of(
                        new Line.Input("price", "Price", plain(price), List.of()),
                        new Line.Input("invoiced", "Invoiced before", plain(invoiced), List.of()),
                        new Line.Input(
                                "point_of_total_assumption",
                                "Point of total assumption",
                                plain(share.pointOfTotalAssumption()
                                        .setScale(
                                                Money.places(terms.currency()) + 3, java.math.RoundingMode.HALF_EVEN)),
                                List.of())));
    }

    private Computed menu(Rule rule, TruthfulTarget menu, BigDecimal actual) {
        Optional<PeriodFacts.Forecasted> declared =
                Optional.ofNullable(facts.forecasts().get(rule.id()));
        BigDecimal forecast = declared.map(PeriodFacts.Forecasted::value).orElse(menu.reference());
        boolean surplus = menu.better() == dev.drumbeat.incentives.terms.Better.HIGHER
                ? actual.compareTo(forecast) >= 0
                : actual.compareTo(forecast) <= 0;
        return new Computed(
                menu.pays(forecast, actual),
                "%s + %s × (forecast %s against reference %s) %s %s × (actual %s against forecast)."
                        .formatted(
                                plain(menu.baseBonus().amount()),
                                plain(menu.beta()),
                                plain(forecast),
                                plain(menu.reference()),
                                surplus ? "+" : "−",
                                plain(surplus ? menu.alpha() : menu.gamma()),
                                plain(actual)),
                List.of(new Line.Input(
                        "forecast",
                        declared.isPresent() ? "Forecast" : "Reference, as no forecast was declared in time",
                        plain(forecast),
                        declared.map(PeriodFacts.Forecasted::source).stream().toList())));
    }

    /** Empty when there is no least. */
    private Optional<BigDecimal> least(Rule rule) {
        return switch (rule.body()) {
            case Tiered tiered ->
                least(tiered.tiers(), terms.bonusPool().map(Money::amount).orElse(BigDecimal.ZERO));
            case PriceAdjustment adjustment ->
                least(adjustment.tiers(), spend().value().orElse(BigDecimal.ZERO));
            case Linear linear -> Optional.of(linear.pays(linear.lower()).min(linear.pays(linear.upper())));
            case GainShare share -> rule.floor().map(Money::amount).map(BigDecimal.ZERO::min);
            case TruthfulTarget menu -> rule.floor().map(Money::amount).map(BigDecimal.ZERO::min);
            case RuleBody.ByDisclosure other -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> least(Tiers tiers, BigDecimal base) {
        return tiers.tiers().stream()
                .map(tier -> switch (tier.pay()) {
                    case Pay.Amount(Money amount) -> amount.amount();
                    case Pay.Percent(BigDecimal percent) ->
                        base.multiply(percent).movePointLeft(2);
                })
                .min(BigDecimal::compareTo);
    }

    private Figure spend() {
        return terms.invoicedSpendKpi().map(facts::figure).orElseGet(() -> Figure.none("none"));
    }

    private Line.Input input(Figure figure) {
        String value = figure.value().map(FigureLine::plain).orElse(figure.inactive() ? "no activity" : "no figure");
        return new Line.Input(
                "kpi_value", figure.displayName() + " " + facts.period().name(), value, figure.sources());
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
