package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.terms.Pay;
import dev.drumbeat.incentives.terms.Rule;
import dev.drumbeat.incentives.terms.RuleBody;
import dev.drumbeat.incentives.terms.RuleBody.GainShare;
import dev.drumbeat.incentives.terms.RuleBody.LateDisclosure;
import dev.drumbeat.incentives.terms.RuleBody.Linear;
import dev.drumbeat.incentives.terms.RuleBody.PriceAdjustment;
import dev.drumbeat.incentives.terms.RuleBody.Tiered;
import dev.drumbeat.incentives.terms.RuleBody.TransparencyCredit;
import dev.drumbeat.incentives.terms.RuleBody.TruthfulTarget;
import dev.drumbeat.incentives.terms.Terms;
import dev.drumbeat.incentives.terms.Tier;
import dev.drumbeat.incentives.terms.Tiers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a rule pays over a range of values. A step has two points with one value: first what is left of it.
 *
 * @param kpi empty when the axis is days of telling before the period's end
 * @param edges where it bends or steps
 * @param perHundred amounts are for each 100 of invoiced spend or of an episode's penalty
 */
public record PayCurve(
        String ruleId,
        Optional<String> kpi,
        List<Point> points,
        List<BigDecimal> edges,
        Optional<Point> current,
        boolean perHundred,
        boolean stepped) {
    public record Point(BigDecimal value, Money amount) {}

    public PayCurve {
        points = List.copyOf(points);
        edges = List.copyOf(edges);
    }

    /** @param current where the KPI stands; may lie outside of what the rule's own bounds would show */
    public static PayCurve of(Terms terms, Rule rule, Optional<BigDecimal> current) {
        return switch (rule.body()) {
            case Tiered tiered ->
                tiers(
                        terms,
                        rule,
                        tiered.kpi(),
                        tiered.tiers(),
                        terms.bonusPool().map(Money::amount),
                        current,
                        Hundred.NO);
            case PriceAdjustment adjustment ->
                tiers(
                        terms,
                        rule,
                        adjustment.kpi(),
                        adjustment.tiers(),
                        Optional.of(RuleBody.HUNDRED),
                        current,
                        Hundred.YES);
            case Linear linear ->
                slope(
                        terms,
                        rule,
                        linear.kpi(),
                        List.of(linear.lower(), linear.zeroAt(), linear.upper()),
                        linear::pays,
                        current);
            case GainShare share ->
                slope(
                        terms,
                        rule,
                        share.kpi(),
                        List.of(
                                share.targetCost().amount(),
                                share.pointOfTotalAssumption(),
                                share.ceilingPrice().amount()),
                        share::pays,
                        current);
            case TruthfulTarget menu ->
                slope(
                        terms,
                        rule,
                        menu.kpi(),
                        List.of(menu.reference()),
                        value -> menu.pays(menu.reference(), value),
                        current);
            case TransparencyCredit credit -> credit(terms, rule, credit);
            case LateDisclosure late -> charge(terms, rule, late);
        };
    }

    private enum Hundred {
        YES,
        NO
    }

    private static PayCurve tiers(
            Terms terms,
            Rule rule,
            String kpi,
            Tiers tiers,
            Optional<BigDecimal> base,
            Optional<BigDecimal> current,
            Hundred hundred) {
        List<Tier> ascending = tiers.tiers().stream()
                .sorted(Comparator.comparing(
                        (Tier tier) -> tier.lower().orElse(null),
                        Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder())))
                .toList();
        TreeSet<BigDecimal> edges = new TreeSet<>();
        ascending.forEach(tier -> tier.lower().ifPresent(edges::add));
        TreeSet<BigDecimal> range = range(edges, current);
        List<Point> points = new ArrayList<>();
        for (Tier tier : ascending) {
            Money pays = money(terms, rule, pays(tier, base), hundred);
            points.add(new Point(tier.lower().orElse(range.first()), pays));
            points.add(new Point(tier.upper().orElse(range.last()), pays));
        }
        Optional<Point> now = current.flatMap(value ->
                tiers.find(value).map(tier -> new Point(value, money(terms, rule, pays(tier, base), hundred))));
        return new PayCurve(rule.id(), Optional.of(kpi), points, List.copyOf(edges), now, hundred == Hundred.YES, true);
    }

    private static BigDecimal pays(Tier tier, Optional<BigDecimal> base) {
        return switch (tier.pay()) {
            case Pay.Amount(Money amount) -> amount.amount();
            case Pay.Percent(BigDecimal percent) ->
                base.orElse(BigDecimal.ZERO).multiply(percent).movePointLeft(2);
        };
    }

    private static PayCurve slope(
            Terms terms,
            Rule rule,
            String kpi,
            List<BigDecimal> bends,
            Function<BigDecimal, BigDecimal> pays,
            Optional<BigDecimal> current) {
        TreeSet<BigDecimal> edges = new TreeSet<>(bends);
        TreeSet<BigDecimal> range = range(edges, current);
        List<Point> points = range.stream()
                .map(value -> new Point(value, money(terms, rule, pays.apply(value), Hundred.NO)))
                .toList();
        return new PayCurve(
                rule.id(),
                Optional.of(kpi),
                points,
                List.copyOf(edges),
                current.map(value -> new Point(value, money(terms, rule, pays.apply(value), Hundred.NO))),
                false,
                false);
    }

    /** Limits of the rule don't bend a curve that is for each 100 of something. */
    private static Money money(Terms terms, Rule rule, BigDecimal amount, Hundred hundred) {
        return Money.rounded(hundred == Hundred.YES ? amount : rule.held(amount), terms.currency());
    }

    private static PayCurve credit(Terms terms, Rule rule, TransparencyCredit credit) {
        List<Integer> days =
                credit.steps().stream().map(RuleBody.CreditStep::daysBefore).toList();
        return days(terms, rule, days, day -> credit.percent(day), true);
    }

    private static PayCurve charge(Terms terms, Rule rule, LateDisclosure late) {
        List<Integer> days =
                late.steps().stream().map(RuleBody.ChargeStep::daysBefore).toList();
        return days(
                terms, rule, days, day -> late.charge(Optional.of(day)).amount().negate(), false);
    }

    private static PayCurve days(
            Terms terms, Rule rule, List<Integer> steps, Function<Integer, BigDecimal> pays, boolean perHundred) {
        TreeSet<Integer> edges = new TreeSet<>(steps);
        List<Point> points = new ArrayList<>();
        points.add(point(terms, 0, pays.apply(0)));
        edges.stream().filter(day -> day > 0).forEach(day -> {
            points.add(point(terms, day, pays.apply(day - 1)));
            points.add(point(terms, day, pays.apply(day)));
        });
        int end = (edges.isEmpty() ? 0 : edges.last()) + 7;
        points.add(point(terms, end, pays.apply(end)));
        return new PayCurve(
                rule.id(),
                Optional.empty(),
                points,
                edges.stream().map(BigDecimal::valueOf).toList(),
                Optional.empty(),
                perHundred,
                true);
    }

    private static Point point(Terms terms, int day, BigDecimal amount) {
        return new Point(BigDecimal.valueOf(day), Money.rounded(amount, terms.currency()));
    }

    /** The edges, the current value, and a quarter of the stretch on both sides. */
    private static TreeSet<BigDecimal> range(TreeSet<BigDecimal> edges, Optional<BigDecimal> current) {
        TreeSet<BigDecimal> range = new TreeSet<>(edges);
        current.ifPresent(range::add);
        if (range.isEmpty()) {
            range.add(BigDecimal.ZERO);
        }
        BigDecimal stretch = range.last().subtract(range.first());
        BigDecimal margin = stretch.signum() == 0
                ? range.first().abs().movePointLeft(1).max(BigDecimal.ONE)
                : stretch.multiply(new BigDecimal("0.25"));
        BigDecimal low = range.first().subtract(margin);
        BigDecimal high = range.last().add(margin);
        range.add(low);
        range.add(high);
        return range;
    }
}
