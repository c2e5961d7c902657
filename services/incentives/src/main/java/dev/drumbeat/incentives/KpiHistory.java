package dev.drumbeat.incentives;

import dev.drumbeat.incentives.terms.KpiFacts;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partnership's figures as far as money needs them.
 *
 * @param revision grows with every change
 * @param kpis all of the partnership, by name
 * @param measured by KPI: every revision of every figure, oldest period first, then lowest revision
 * @param goals by KPI, then by period
 * @param noted when the owner openly noted something about a KPI's period, by KPI
 */
public record KpiHistory(
        long revision,
        Map<String, KpiFacts> kpis,
        Map<String, List<Measured>> measured,
        Map<String, Map<Period, Goal>> goals,
        List<Episode> episodes,
        Map<String, List<Noted>> noted) {
    /**
     * @param name with its revision
     * @param value as the page shows it; empty for no activity
     * @param fraction numerator and denominator, where it has them
     */
    public record Measured(
            String name,
            Period period,
            int revision,
            Optional<BigDecimal> value,
            Optional<Fraction> fraction,
            boolean red,
            Instant recordedAt,
            boolean current) {}

    public record Fraction(BigDecimal numerator, BigDecimal denominator) {}

    /** Target and red limit in force in a period, of one-sided KPIs. */
    public record Goal(BigDecimal target, BigDecimal redLimit) {}

    /** Not voided. */
    public record Episode(String name, String kpi, Period first, Period last) {}

    public record Noted(Period period, Instant at) {}

    List<Measured> current(String kpi) {
        return measured.getOrDefault(kpi, List.of()).stream()
                .filter(Measured::current)
                .toList();
    }
}
