package dev.drumbeat.kpis.spc;

import java.util.OptionalInt;

/**
 * The range of points that limits are computed from. The limits hold from {@code from} until the next baseline starts.
 *
 * @param from index of its first point
 * @param to index of its last point, inclusive; empty means every point until the next baseline (limits then move with
 *     each new figure, as in "Making data count"). A closed range freezes the limits, so that later points are judged by it.
 */
public record Baseline(int from, OptionalInt to) {
    public Baseline {
        if (from < 0 || to.orElse(from) < from) {
            throw new IllegalArgumentException("Not a range of points: " + from + " to " + to);
        }
    }

    public static Baseline from(int from) {
        return new Baseline(from, OptionalInt.empty());
    }

    public static Baseline range(int from, int to) {
        return new Baseline(from, OptionalInt.of(to));
    }
}
