package dev.drumbeat.kpis;

import dev.drumbeat.kpis.spc.Direction;
import java.math.BigDecimal;

/** What a figure must reach, in the KPI's unit, and how far off it may be before it is red. */
public sealed interface TargetBounds {

    /** Higher is better. */
    record AtLeast(BigDecimal value, BigDecimal redLimit) implements TargetBounds {
        public AtLeast {
            requireOrdered(redLimit, value);
        }
    }

    /** Lower is better. */
    record AtMost(BigDecimal value, BigDecimal redLimit) implements TargetBounds {
        public AtMost {
            requireOrdered(value, redLimit);
        }
    }

    /** Green from {@code lower} to {@code upper}, red outside of {@code lowerRed} to {@code upperRed}. */
    record Within(BigDecimal lower, BigDecimal lowerRed, BigDecimal upper, BigDecimal upperRed)
            implements TargetBounds {
        public Within {
            requireOrdered(lowerRed, lower);
            requireOrdered(lower, upper);
            requireOrdered(upper, upperRed);
        }
    }

    default Band judge(BigDecimal figure) {
        return switch (this) {
            case AtLeast(BigDecimal value, BigDecimal redLimit) ->
                band(figure.compareTo(value) >= 0, figure.compareTo(redLimit) >= 0);
            case AtMost(BigDecimal value, BigDecimal redLimit) ->
                band(figure.compareTo(value) <= 0, figure.compareTo(redLimit) <= 0);
            case Within(BigDecimal lower, BigDecimal lowerRed, BigDecimal upper, BigDecimal upperRed) ->
                band(
                        figure.compareTo(lower) >= 0 && figure.compareTo(upper) <= 0,
                        figure.compareTo(lowerRed) >= 0 && figure.compareTo(upperRed) <= 0);
        };
    }

    default boolean suits(Direction direction) {
        return switch (this) {
            case AtLeast bounds -> direction == Direction.HIGHER_IS_BETTER;
            case AtMost bounds -> direction == Direction.LOWER_IS_BETTER;
            case Within bounds -> direction == Direction.WITHIN_RANGE;
        };
    }

    /** The bound that a figure should have kept: of a range the one on its side. */
    default BigDecimal boundFor(BigDecimal figure) {
        return switch (this) {
            case AtLeast bounds -> bounds.value();
            case AtMost bounds -> bounds.value();
            case Within bounds -> figure.compareTo(bounds.lower()) < 0 ? bounds.lower() : bounds.upper();
        };
    }

    private static Band band(boolean meetsTarget, boolean withinRedLimit) {
        if (meetsTarget) {
            return Band.GREEN;
        }
        return withinRedLimit ? Band.AMBER : Band.RED;
    }

    private static void requireOrdered(BigDecimal lower, BigDecimal upper) {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException(lower + " is above " + upper);
        }
    }
}
