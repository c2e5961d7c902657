package dev.drumbeat.systemtests.world;

import java.util.Map;

/** A KPI of a test's partnership. */
public record KpiPlan(
        String slug,
        String displayName,
        String role,
        String unit,
        String direction,
        String frequency,
        int position,
        String effectOnGoal) {

    /** Whose Accountable answers for every red, once somebody is. */
    public static final String RACI_ACTIVITY = "outgoing-inspection";

    /** A KPI of the page. */
    public static KpiPlan monthly(
            String slug,
            String displayName,
            String role,
            String unit,
            String direction,
            int position,
            String effectOnGoal) {
        return new KpiPlan(slug, displayName, role, unit, direction, "MONTHLY", position, effectOnGoal);
    }

    /** A count that is watched only. */
    public static KpiPlan daily(String slug, String displayName) {
        return new KpiPlan(slug, displayName, "WATCH", "COUNT", "HIGHER_IS_BETTER", "DAILY", 9, "");
    }

    Map<String, Object> input(String partnership) {
        return Map.ofEntries(
                Map.entry("partnership", partnership),
                Map.entry("slug", slug),
                Map.entry("displayName", displayName),
                Map.entry("description", "What " + displayName + " measures."),
                Map.entry("unit", unit),
                Map.entry("decimals", 1),
                Map.entry("role", role),
                Map.entry("direction", direction),
                Map.entry("frequency", frequency),
                Map.entry("aggregation", "MEAN"),
                Map.entry("graceDays", 40),
                Map.entry("position", position),
                Map.entry("effectOnGoal", effectOnGoal),
                Map.entry("raciActivity", RACI_ACTIVITY));
    }
}
