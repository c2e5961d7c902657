package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A partnership's ladder as it is now.
 *
 * @param partnership {@code partnerships/{partnership}}
 * @param change the last one; null while it is what everybody begins with
 */
public record EscalationLadder(
        String partnership, LadderTimes times, @Nullable Change change) {
    /** Who changed it, when and why. */
    public record Change(Actor by, Instant at, String reason) {}

    static EscalationLadder first(String partnership) {
        return new EscalationLadder(partnership, LadderTimes.DEFAULT, null);
    }

    public String name() {
        return name(partnership);
    }

    static String name(String partnership) {
        return partnership + "/escalationLadder";
    }
}
