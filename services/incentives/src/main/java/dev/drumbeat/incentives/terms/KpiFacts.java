package dev.drumbeat.incentives.terms;

import dev.drumbeat.platform.calendar.Frequency;

/**
 * What a KPI is, as far as money is concerned.
 *
 * @param name {@code partnerships/{partnership}/kpis/{kpi}}
 * @param unit as the contract of kpis names it: PERCENT, MONEY, …
 * @param currency ISO 4217; of money KPIs only
 * @param aggregation SUM, MEAN, LAST or RATIO
 * @param derived computed from other KPIs
 * @param direction HIGHER_IS_BETTER, LOWER_IS_BETTER or WITHIN_RANGE
 */
public record KpiFacts(
        String name,
        String displayName,
        String unit,
        String currency,
        int decimals,
        String direction,
        Frequency frequency,
        int graceDays,
        String aggregation,
        boolean derived) {
    public boolean isMoney() {
        return unit.equals("MONEY");
    }
}
