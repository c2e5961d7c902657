package dev.drumbeat.platform.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is on one partnership.
 *
 * @param role null for an ingestion token
 * @param recordableKpis KPIs a token may record, by resource name; empty for a person, and for a token that may record all
 */
public record Membership(
        PartnershipFacts partnership, Side side, @Nullable Role role, List<String> recordableKpis) {
    public Membership {
        recordableKpis = List.copyOf(recordableKpis);
    }

    Seat seat() {
        return role == null ? Seat.TOKEN : Seat.of(side, role);
    }
}
