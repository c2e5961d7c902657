package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a derived KPI, recorded like any other, so that they have revisions, a place in the chart and a history: one
 * for each period in which any step has a figure.
 */
final class DerivedFigures {
    private static final Actor COMPUTED = Actor.service("kpis");

    private DerivedFigures() {}

    /** The figures that the steps give now and that are not recorded yet. */
    static List<Measurement> missing(
            Kpi kpi, Scorecard scorecard, Map<String, TreeMap<Period, Measurement>> current, Instant at) {
        List<String> steps = kpi.definition().rolledFrom();
        TreeSet<Period> periods = new TreeSet<>();
        steps.forEach(step ->
                periods.addAll(current.getOrDefault(step, new TreeMap<>()).keySet()));
        SortedMap<Period, Measurement> known = current.getOrDefault(kpi.id(), new TreeMap<>());
        List<Measurement> missing = new ArrayList<>();
        for (Period period : periods) {
            Optional<BigDecimal> product = RolledThroughputYield.of(
                    steps.stream()
                            .map(step -> step(scorecard, current, step, period))
                            .toList(),
                    kpi.definition().unit());
            @Nullable Measurement recorded = known.get(period);
            if (recorded == null || !recorded.value().equals(product)) {
                missing.add(new Measurement(
                        kpi.id(),
                        period,
                        recorded == null ? 1 : recorded.revision() + 1,
                        product.<Figure>map(Figure.Value::new).orElseGet(Figure.Incomplete::new),
                        product,
                        COMPUTED,
                        at,
                        Origin.DERIVED,
                        recorded == null ? "" : "Computed again because a step's figure changed.",
                        Optional.empty()));
            }
        }
        return missing;
    }

    private static RolledThroughputYield.Step step(
            Scorecard scorecard, Map<String, TreeMap<Period, Measurement>> current, String step, Period period) {
        Unit unit = scorecard.kpi(step).orElseThrow().definition().unit();
        Optional<Measurement> figure =
                Optional.ofNullable(current.getOrDefault(step, new TreeMap<>()).get(period));
        return new RolledThroughputYield.Step(unit, figure.flatMap(Measurement::value));
    }
}
