package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is or was there.
 *
 * @param leftAt null while there
 * @param recordedBy the person, or somebody of the same side
 */
public record Attendance(
        Participant person, Instant joinedAt, @Nullable Instant leftAt, Actor recordedBy) {
    boolean isThere() {
        return leftAt == null;
    }

    Attendance left(Instant at) {
        return new Attendance(person, joinedAt, at, recordedBy);
    }

    Attendance back() {
        return new Attendance(person, joinedAt, null, recordedBy);
    }
}
