package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A figure proposed instead of the current one.
 *
 * @param kpi the KPI's id
 * @param supersedes the revision that was current when it was proposed
 */
public record Correction(
        String id,
        String kpi,
        Period period,
        int supersedes,
        Figure figure,
        Optional<BigDecimal> value,
        Proposal proposal) {

    Correction decided(Decision decision) {
        return new Correction(id, kpi, period, supersedes, figure, value, proposal.decided(decision));
    }

    /** As it was known at a moment; empty before it was proposed. */
    public Optional<Correction> asOf(Instant moment) {
        return proposal.asOf(moment).map(known -> new Correction(id, kpi, period, supersedes, figure, value, known));
    }
}
