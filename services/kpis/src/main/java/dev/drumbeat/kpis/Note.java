package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody said about a KPI.
 *
 * @param kpi the KPI's id
 * @param period what it is about; may be empty for a comment
 */
public record Note(
        String id,
        String kpi,
        Kind kind,
        Audience audience,
        Optional<Period> period,
        String text,
        Actor author,
        Instant writtenAt) {

    public static final int MAX_LENGTH = 2_000;

    public enum Kind {
        COMMENT,
        /** Says that a period's figure is wrong. */
        CONTEST
    }

    public enum Audience {
        BOTH,
        /** The owner's LEADER and OPS only. */
        OWNER
    }
}
