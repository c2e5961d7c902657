package dev.drumbeat.kpis.spc;

import java.util.List;

/**
 * One finding of one rule.
 *
 * @param heading which way the figures went
 * @param points ascending indexes into the question's points; only those that make the pattern (not, for example, the third
 *     of "two of three"), gaps left out
 * @param meaning what that is worth, given which way is better; never COMMON_CAUSE
 */
public record Signal(Rule rule, Heading heading, List<Integer> points, Variation meaning) {
    public Signal {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A signal without points");
        }
    }

    public int first() {
        return points.getFirst();
    }

    public int last() {
        return points.getLast();
    }
}
