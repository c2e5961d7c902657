package dev.drumbeat.incentives.journal;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * One fact in its place.
 *
 * @param sequence from 1, without holes
 * @param predecessor digest of the entry before, {@link Digests#NOTHING} before the first
 * @param at exact to the millisecond
 */
public record Entry(long sequence, String predecessor, Instant at, Actor actor, Fact fact) {
    public Entry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** All that the digest is taken over. */
    public Map<String, Object> tree() {
        return Trees.write(this);
    }

    public String digest() {
        return Digests.of(tree());
    }

    public static Entry of(Map<String, Object> tree) {
        return Trees.read(tree, Entry.class);
    }
}
