package dev.drumbeat.systemtests.world;

import java.util.Map;

/** A monthly KPI of a test's partnership. */
public record KpiPlan(
        String slug,
        String displayName,
        String role,
        String unit,
        String direction,
        int position,
        String effectOnGoal) {
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
                Map.entry("frequency", "MONTHLY"),
                Map.entry("aggregation", "MEAN"),
                Map.entry("graceDays", 40),
                Map.entry("position", position),
                Map.entry("effectOnGoal", effectOnGoal));
    }
}
