package dev.drumbeat.kpis;

import dev.drumbeat.kpis.spc.Direction;
import dev.drumbeat.kpis.spc.RuleSet;
import dev.drumbeat.platform.calendar.Frequency;
import java.util.List;

/**
 * What a KPI is, in the words of one version of its definition.
 *
 * @param description what is measured and how, for people
 * @param currency ISO 4217, for money only; else empty
 * @param decimals shown, 0 to 6
 * @param graceDays calendar days after period end until a missing figure is overdue
 * @param raciActivity whose Accountable answers for reds; may be empty
 * @param effectOnGoal what this driver does to the goal, in words; empty for the goal
 * @param rolledFrom ids of the step KPIs whose product this KPI is; empty for a measured KPI
 * @param position order on the page, from 0
 */
public record Definition(
        String displayName,
        String description,
        Unit unit,
        String currency,
        int decimals,
        KpiRole role,
        MeasureType measureType,
        Direction direction,
        Frequency frequency,
        Aggregation aggregation,
        int graceDays,
        String raciActivity,
        Debounce debounce,
        RuleSet ruleSet,
        String effectOnGoal,
        List<String> rolledFrom,
        int position) {

    public static final int MAX_DECIMALS = 6;
    public static final int MAX_GRACE_DAYS = 92;

    /**
     * How long red must last to be an episode, and how long it must be gone to end one.
     *
     * @param redAfter consecutive RED periods that open an episode
     * @param clearAfter consecutive periods not RED that end one
     */
    public record Debounce(int redAfter, int clearAfter) {
        public static final int MAX = 6;
        public static final Debounce USUAL = new Debounce(1, 2);

        public Debounce {
            if (redAfter < 1 || redAfter > MAX || clearAfter < 1 || clearAfter > MAX) {
                throw new IllegalArgumentException("debounce " + redAfter + "/" + clearAfter);
            }
        }
    }

    public Definition {
        rolledFrom = List.copyOf(rolledFrom);
    }

    public boolean derived() {
        return !rolledFrom.isEmpty();
    }

    /** Whether figures recorded under one definition mean the same under the other. */
    public boolean measuresTheSameAs(Definition other) {
        return unit == other.unit
                && currency.equals(other.currency)
                && direction == other.direction
                && frequency == other.frequency
                && aggregation == other.aggregation
                && rolledFrom.equals(other.rolledFrom);
    }
}
