package dev.drumbeat.incentives;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A partnership's projections as last computed, and what they were computed from.
 *
 * @param day the partnership's calendar day, as text
 */
public record Projected(
        String partnership,
        List<Projection> projections,
        long kpiRevision,
        long bookRevision,
        String day,
        Instant computedAt) {
    public Projected {
        projections = List.copyOf(projections);
    }

    boolean isOf(long kpis, long book, LocalDate today) {
        return kpiRevision == kpis && bookRevision == book && day.equals(today.toString());
    }

    /** Where they are kept; losing them costs nothing but computing again. */
    public interface Store {
        List<Projected> find(java.util.Collection<String> partnerships);

        void put(Projected projected);

        /** Oldest first. */
        List<Books.Changed> computedAfter(Instant moment, int atMost);
    }
}
