package dev.drumbeat.cadence;

import java.time.Instant;

/**
 * A meeting in somebody's calendar.
 *
 * @param uid the same for the same meeting, wherever it is moved
 * @param sequence grows with every change, so that calendars take the newer one
 */
public record CalendarEntry(
        String uid, Instant start, Instant end, String summary, String description, Standing standing, long sequence) {
    /** Whether it takes place. */
    public enum Standing {
        CONFIRMED,
        CANCELLED
    }
}
