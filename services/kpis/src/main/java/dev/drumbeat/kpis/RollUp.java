package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes figures of longer periods out of those of shorter ones. What has numerators and denominators rolls up as sum over sum,
 * never as a mean of percentages; periods without activity count for nothing, and a longer period in which nothing is left has
 * no figure.
 */
final class RollUp {
    private RollUp() {}

    /**
     * @param figures by period
     * @return by longer period, oldest first; empty where there is nothing to tell
     */
    static SortedMap<Period, Optional<BigDecimal>> of(
            SortedMap<Period, Figure> figures, Frequency longer, Aggregation aggregation, Unit unit) {
        SortedMap<Period, List<Figure>> parts = new TreeMap<>();
        figures.forEach((period, figure) -> parts.computeIfAbsent(period.in(longer), ignored -> new ArrayList<>())
                .add(figure));
        SortedMap<Period, Optional<BigDecimal>> rolled = new TreeMap<>();
        parts.forEach((period, inIt) -> rolled.put(period, figure(inIt, aggregation, unit)));
        return rolled;
    }

    /** A derived KPI rolls up as the product of what its steps roll up to. */
    static SortedMap<Period, Optional<BigDecimal>> ofSteps(
            List<Map<Period, Optional<BigDecimal>>> rolledSteps, List<Unit> units, Unit unit) {
        SortedMap<Period, Optional<BigDecimal>> rolled = new TreeMap<>();
        rolledSteps.forEach(step -> step.keySet().forEach(period -> rolled.put(period, Optional.empty())));
        for (Period period : rolled.keySet()) {
            List<RolledThroughputYield.Step> steps = new ArrayList<>();
            for (int i = 0; i < rolledSteps.size(); i++) {
                steps.add(new RolledThroughputYield.Step(
                        units.get(i), rolledSteps.get(i).getOrDefault(period, Optional.empty())));
            }
            rolled.put(period, RolledThroughputYield.of(steps, unit));
        }
        return rolled;
    }

    /** @param figures oldest first */
    static Optional<BigDecimal> figure(List<Figure> figures, Aggregation aggregation, Unit unit) {
        List<Figure> active =
                figures.stream().filter(figure -> figure.in(unit).isPresent()).toList();
        if (active.isEmpty()) {
            return Optional.empty();
        }
        return switch (aggregation) {
            case LAST -> active.getLast().in(unit);
            case SUM -> Optional.of(Decimals.plain(sum(active, unit)));
            case RATIO -> sumOverSum(active, unit);
            case MEAN -> sumOverSum(active, unit).or(() -> mean(active, unit));
        };
    }

    private static Optional<BigDecimal> sumOverSum(List<Figure> figures, Unit unit) {
        BigDecimal numerators = BigDecimal.ZERO;
        BigDecimal denominators = BigDecimal.ZERO;
        for (Figure figure : figures) {
            if (!(figure instanceof Figure.Fraction(BigDecimal numerator, BigDecimal denominator))) {
                return Optional.empty();
            }
            numerators = numerators.add(numerator);
            denominators = denominators.add(denominator);
        }
        return new Figure.Fraction(numerators, denominators).in(unit);
    }

    /** Of plain values only: a mean over a mix with quotients would weigh a small period like a large one without saying so. */
    private static Optional<BigDecimal> mean(List<Figure> figures, Unit unit) {
        if (figures.stream().anyMatch(Figure.Fraction.class::isInstance)) {
            return Optional.empty();
        }
        BigDecimal count = BigDecimal.valueOf(figures.size());
        return Optional.of(Decimals.plain(sum(figures, unit).divide(count, MathContext.DECIMAL128)));
    }

    private static BigDecimal sum(List<Figure> figures, Unit unit) {
        return figures.stream()
                .map(figure -> figure.in(unit).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
