package dev.drumbeat.demo.load;

import dev.drumbeat.demo.plan.Figure;
import dev.drumbeat.demo.plan.KpiDefinition;
import dev.drumbeat.demo.plan.PlannedFigure;
import dev.drumbeat.demo.plan.PlannedTarget;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Plain data as the inputs of the public schema; figures are decimal text. */
final class Inputs {
    private Inputs() {}

    static Map<String, Object> with(Map<String, ?> some, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static Map<String, Object> kpi(String partnership, KpiDefinition kpi) {
        Map<String, Object> input = new HashMap<>();
        input.put("partnership", partnership);
        input.put("slug", kpi.slug());
        input.put("displayName", kpi.displayName());
        input.put("description", kpi.description());
        input.put("unit", kpi.unit().name());
        input.put("decimals", kpi.decimals());
        input.put("role", kpi.role().name());
        input.put("measureType", kpi.measureType().name());
        input.put("direction", kpi.direction().name());
        input.put("frequency", kpi.frequency().name());
        input.put("aggregation", kpi.aggregation());
        input.put("graceDays", kpi.graceDays());
        input.put("raciActivity", kpi.raciActivity());
        input.put("effectOnGoal", kpi.effectOnGoal());
        input.put("rolledFrom", kpi.rolledFrom());
        input.put("position", kpi.position());
        input.put("requestId", RequestIds.of("kpi", partnership, kpi.slug()));
        return input;
    }

    static Map<String, Object> target(String partnership, PlannedTarget target) {
        return Map.of(
                "partnership", partnership,
                "kpi", target.kpi(),
                "fromPeriod", target.fromPeriod(),
                "bounds",
                        Map.of(
                                "value", target.value().toPlainString(),
                                "redLimit", target.redLimit().toPlainString()),
                "reason", target.reason(),
                "requestId", RequestIds.of("target", partnership, target.kpi(), target.fromPeriod()));
    }

    static Map<String, Object> measurement(PlannedFigure figure) {
        return Map.of("kpi", figure.kpi(), "period", figure.period(), "figure", figure(figure.figure()));
    }

    static Map<String, Object> figure(Figure figure) {
        return switch (figure) {
            case Figure.Fraction(BigDecimal numerator, BigDecimal denominator) ->
                Map.of("numerator", numerator.toPlainString(), "denominator", denominator.toPlainString());
            case Figure.NoActivity() -> Map.of("noActivity", true);
        };
    }
}
