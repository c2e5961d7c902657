package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One KPI's figure for one period, in one revision. Never changed: a later revision supersedes it, and both stay readable.
 *
 * @param kpi the KPI's id
 * @param revision from 1
 * @param value in the KPI's unit; empty for no activity or a missing step
 * @param reason why the revision was made; empty for the first
 * @param approvedBy who approved a correction
 */
public record Measurement(
        String kpi,
        Period period,
        int revision,
        Figure figure,
        Optional<BigDecimal> value,
        Actor recordedBy,
        Instant recordedAt,
        Origin origin,
        String reason,
        Optional<Actor> approvedBy) {

    /** The current figure of every period, oldest first. */
    public static TreeMap<Period, Measurement> current(Collection<Measurement> measurements) {
        TreeMap<Period, Measurement> current = new TreeMap<>();
        for (Measurement measurement : measurements) {
            current.merge(
                    measurement.period(), measurement, (one, other) -> one.revision >= other.revision ? one : other);
        }
        return current;
    }

    boolean isCurrentIn(Map<Period, Measurement> current) {
        Measurement latest = current.get(period);
        return latest != null && latest.revision == revision;
    }
}
