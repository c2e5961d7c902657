package dev.drumbeat.incentives.terms;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A band of values and what it pays. To which tier an edge belongs is said by {@link Edge}.
 *
 * @param lower empty: without end
 * @param upper empty: without end
 */
public record Tier(Optional<BigDecimal> lower, Optional<BigDecimal> upper, Pay pay) {
    boolean holds(BigDecimal value, Edge edge) {
        return lower.map(bound -> edge.admitsFromBelow(value, bound)).orElse(true)
                && upper.map(bound -> edge.admitsUpTo(value, bound)).orElse(true);
    }

    /** In words: {@code 95 ≤ value < 99}. */
    public String band(Edge edge) {
        String left = lower.map(bound -> bound.toPlainString() + (edge == Edge.LOWER_INCLUDED ? " ≤ " : " < "))
                .orElse("");
        String right = upper.map(bound -> (edge == Edge.LOWER_INCLUDED ? " < " : " ≤ ") + bound.toPlainString())
                .orElse("");
        return left.isEmpty() && right.isEmpty() ? "any value" : left + "value" + right;
    }
}
