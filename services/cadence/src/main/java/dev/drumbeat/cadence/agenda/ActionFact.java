package dev.drumbeat.cadence.agenda;

import dev.drumbeat.cadence.Participant;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A corrective action that is neither closed nor voided.
 *
 * @param action {@code partnerships/{partnership}/actions/{action}}
 * @param kpi what it is about; empty when it is about none
 * @param owner agreed owner; the proposed one while none is agreed; null when there is neither
 * @param due agreed due date, or the proposed one; null when there is neither
 * @param unownedSince null once owner and due date are agreed
 */
public record ActionFact(
        String action,
        int number,
        String title,
        String kpi,
        String kpiDisplayName,
        @Nullable Participant owner,
        @Nullable LocalDate due,
        @Nullable Instant unownedSince) {
    public boolean isUnowned() {
        return unownedSince != null;
    }
}
