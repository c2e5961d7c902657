package dev.drumbeat.cadence.agenda;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a KPI stands, as far as a meeting talks about it.
 *
 * @param kpi {@code partnerships/{partnership}/kpis/{kpi}}
 * @param status RED, AMBER, GREEN, STALE or NO_DATA
 * @param previousStatus of the period before; empty when there is none
 * @param period the latest with a figure; empty when there is none
 * @param value decimal string; empty when there is none
 * @param target decimal string; empty when there is none
 * @param stalePeriod the first missing one; empty when none is
 * @param redEpisode name of the open red episode; empty when there is none
 * @param redSince its first period; empty when there is none
 * @param driftSince where a drift that is no improvement first sounded; empty when there is none
 * @param waiting targets and corrections that wait for a decision
 * @param unit such as {@code PERCENT}
 */
public record KpiFact(
        String kpi,
        String displayName,
        String status,
        String previousStatus,
        String period,
        String value,
        String target,
        String stalePeriod,
        String redEpisode,
        String redSince,
        @Nullable Instant redOpenedAt,
        String driftSince,
        int waiting,
        String unit,
        int decimals) {
    public boolean isRed() {
        return !redEpisode.isEmpty();
    }
}
