package dev.drumbeat.gateway.kpis;

import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.proto.kpis.v1.Aggregation;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.Kpi;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.MeasureType;
import dev.drumbeat.proto.kpis.v1.RuleSet;
import dev.drumbeat.proto.kpis.v1.Unit;
import java.util.function.Consumer;

/** A KPI's definition as the contract wants it. */
final class KpiInput {
    private KpiInput() {}

    static Kpi added(Input input, String partnership) {
        return Kpi.newBuilder()
                .setDisplayName(input.text("displayName"))
                .setDescription(input.text("description"))
                .setUnit(input.value("unit", Unit.class))
                .setCurrency(input.text("currency"))
                .setDecimals(input.number("decimals"))
                .setRole(input.value("role", KpiRole.class))
                .setMeasureType(input.value("measureType", MeasureType.class))
                .setDirection(input.value("direction", Direction.class))
                .setFrequency(input.value("frequency", Frequency.class))
                .setAggregation(input.value("aggregation", Aggregation.class))
                .setGraceDays(input.number("graceDays"))
                .setRaciActivity(input.text("raciActivity"))
                .setRedAfter(input.number("redAfter"))
                .setClearAfter(input.number("clearAfter"))
                .setRuleSet(input.value("ruleSet", RuleSet.class))
                .setEffectOnGoal(input.text("effectOnGoal"))
                .addAllRolledFrom(Names.kpis(partnership, input.texts("rolledFrom")))
                .setPosition(input.number("position"))
                .build();
    }

    /** The KPI as it is, with what is to be changed laid over it, under the revision that was read. */
    static Kpi changed(Input input, Kpi kpi, long revision) {
        Kpi.Builder changed = kpi.toBuilder().setRevision(revision);
        text(input, "displayName", changed::setDisplayName);
        text(input, "description", changed::setDescription);
        number(input, "decimals", changed::setDecimals);
        if (input.has("role")) {
            changed.setRole(input.value("role", KpiRole.class));
        }
        number(input, "graceDays", changed::setGraceDays);
        text(input, "raciActivity", changed::setRaciActivity);
        number(input, "redAfter", changed::setRedAfter);
        number(input, "clearAfter", changed::setClearAfter);
        if (input.has("ruleSet")) {
            changed.setRuleSet(input.value("ruleSet", RuleSet.class));
        }
        text(input, "effectOnGoal", changed::setEffectOnGoal);
        number(input, "position", changed::setPosition);
        return changed.build();
    }

    private static void text(Input input, String name, Consumer<String> change) {
        if (input.has(name)) {
            change.accept(input.text(name));
        }
    }

    private static void number(Input input, String name, Consumer<Integer> change) {
        if (input.has(name)) {
            change.accept(input.number(name));
        }
    }
}
