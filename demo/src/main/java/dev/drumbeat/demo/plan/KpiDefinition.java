package dev.drumbeat.demo.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI to define, in the words of the public schema.
 *
 * @param decimals decimals shown
 * @param graceDays days after period end until a missing figure is stale
 * @param raciActivity activity whose Accountable answers for its reds
 * @param effectOnGoal what it does to the goal; null for the goal itself
 * @param rolledFrom slugs of the steps whose product it is; empty for a measured KPI
 * @param position order on the page, from 0
 */
public record KpiDefinition(
        String slug,
        String displayName,
        String description,
        Unit unit,
        int decimals,
        Role role,
        MeasureType measureType,
        Direction direction,
        Frequency frequency,
        int graceDays,
        String raciActivity,
        @Nullable String effectOnGoal,
        List<String> rolledFrom,
        int position) {

    public enum Unit {
        PERCENT,
        DAYS
    }

    public enum Role {
        GOAL,
        DRIVER
    }

    public enum MeasureType {
        OUTPUT,
        INPUT
    }

    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    public enum Frequency {
        WEEKLY,
        MONTHLY
    }

    public KpiDefinition {
        rolledFrom = List.copyOf(rolledFrom);
    }

    /** Every measured figure of the demo is a fraction, so that longer periods roll up as sum over sum. */
    public String aggregation() {
        return rolledFrom.isEmpty() ? "RATIO" : "MEAN";
    }
}
