package dev.drumbeat.cadence;

import java.time.Instant;

/**
 * That something changed, for those who watch.
 *
 * @param meeting resource name; empty when a series changed
 */
public record Changed(String partnership, String meeting, Instant at) {
    public String key() {
        return meeting.isEmpty() ? partnership : meeting;
    }
}
