package dev.drumbeat.kpis;

import java.math.BigDecimal;
import java.util.List;

/** Facts as the audit trail keeps them: compact JSON in the contract's words. */
final class AuditText {
    private AuditText() {}

    static String of(Definition definition) {
        return new Json()
                .put("display_name", definition.displayName())
                .put("description", definition.description())
                .put("unit", definition.unit().name())
                .put("currency", definition.currency())
                .put("decimals", definition.decimals())
                .put("role", definition.role().name())
                .put("measure_type", definition.measureType().name())
                .put("direction", definition.direction().name())
                .put("frequency", definition.frequency().name())
                .put("aggregation", definition.aggregation().name())
                .put("grace_days", definition.graceDays())
                .put("raci_activity", definition.raciActivity())
                .put("red_after", definition.debounce().redAfter())
                .put("clear_after", definition.debounce().clearAfter())
                .put("rule_set", definition.ruleSet().name())
                .put("effect_on_goal", definition.effectOnGoal())
                .put("rolled_from", definition.rolledFrom())
                .put("position", definition.position())
                .text();
    }

    static String of(Target target) {
        return bounds(new Json().put("from_period", target.from().name()), target.bounds())
                .text();
    }

    static String of(Measurement measurement) {
        return figure(new Json().put("period", measurement.period().name()), measurement.figure())
                .put("revision", measurement.revision())
                .text();
    }

    /** Figures of one KPI by period. */
    static String of(List<Measurement> measurements) {
        Json json = new Json();
        measurements.forEach(measurement -> json.put(measurement.period().name(), words(measurement.figure())));
        return json.text();
    }

    private static String words(Figure figure) {
        return switch (figure) {
            case Figure.Value(BigDecimal value) -> Decimals.text(value);
            case Figure.Fraction(BigDecimal numerator, BigDecimal denominator) ->
                Decimals.text(numerator) + "/" + Decimals.text(denominator);
            case Figure.NoActivity none -> "no activity";
            case Figure.Incomplete none -> "a step is missing";
        };
    }

    static String of(Correction correction) {
        return figure(new Json().put("period", correction.period().name()), correction.figure())
                .put("supersedes_revision", correction.supersedes())
                .text();
    }

    private static Json bounds(Json json, TargetBounds bounds) {
        return switch (bounds) {
            case TargetBounds.AtLeast least ->
                json.put("value", Decimals.text(least.value())).put("red_limit", Decimals.text(least.redLimit()));
            case TargetBounds.AtMost most ->
                json.put("value", Decimals.text(most.value())).put("red_limit", Decimals.text(most.redLimit()));
            case TargetBounds.Within within ->
                json.put("value", Decimals.text(within.lower()))
                        .put("red_limit", Decimals.text(within.lowerRed()))
                        .put("upper_value", Decimals.text(within.upper()))
                        .put("upper_red_limit", Decimals.text(within.upperRed()));
        };
    }

    private static Json figure(Json json, Figure figure) {
        return json.put("figure", words(figure));
    }
}
