package dev.drumbeat.demo.yield;

import dev.drumbeat.demo.plan.KpiDefinition;
import dev.drumbeat.demo.plan.KpiDefinition.Direction;
import dev.drumbeat.demo.plan.KpiDefinition.Frequency;
import dev.drumbeat.demo.plan.KpiDefinition.MeasureType;
import dev.drumbeat.demo.plan.KpiDefinition.Role;
import dev.drumbeat.demo.plan.KpiDefinition.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The KPIs of the made-up line: four steps and planned maintenance drive the rolled throughput yield. */
final class YieldKpis {
    static final String GOAL = "rolled-throughput-yield";
    static final String MAINTENANCE = "planned-maintenance";

    private static final int GRACE_DAYS = 5;

    private YieldKpis() {}

    /** Steps first: what is rolled from them can only be defined after them. */
    static List<KpiDefinition> definitions() {
        List<KpiDefinition> definitions = new ArrayList<>();
        for (Step step : Step.values()) {
            definitions.add(step(step));
        }
        definitions.add(new KpiDefinition(
                MAINTENANCE,
                "Planned maintenance done",
                "Maintenance tasks of the week that were done in the week.",
                Unit.PERCENT,
                1,
                Role.DRIVER,
                MeasureType.INPUT,
                Direction.HIGHER_IS_BETTER,
                Frequency.WEEKLY,
                GRACE_DAYS,
                "corrective-actions",
                "What is skipped here comes back as lost yield some weeks later.",
                List.of(),
                Step.values().length + 1));
        definitions.add(new KpiDefinition(
                GOAL,
                "Rolled throughput yield",
                "Share of strips that pass all four steps at the first attempt: the product of the steps' first-pass yields.",
                Unit.PERCENT,
                1,
                Role.GOAL,
                MeasureType.OUTPUT,
                Direction.HIGHER_IS_BETTER,
                Frequency.WEEKLY,
                GRACE_DAYS,
                "outgoing-inspection",
                null,
                Arrays.stream(Step.values()).map(Step::slug).toList(),
                0));
        return definitions;
    }

    private static KpiDefinition step(Step step) {
        return new KpiDefinition(
                step.slug(),
                step.displayName(),
                step.description(),
                Unit.PERCENT,
                2,
                Role.DRIVER,
                MeasureType.OUTPUT,
                Direction.HIGHER_IS_BETTER,
                Frequency.WEEKLY,
                GRACE_DAYS,
                "outgoing-inspection",
                step.effectOnGoal(),
                List.of(),
                step.ordinal() + 1);
    }
}
