package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;

/** What a figure must reach, in the unit of the KPI. Meeting it exactly is meeting it. */
public sealed interface Target {

    record AtLeast(BigDecimal value) implements Target {}

    record AtMost(BigDecimal value) implements Target {}

    record Between(BigDecimal lower, BigDecimal upper) implements Target {
        public Between {
            if (lower.compareTo(upper) > 0) {
                throw new IllegalArgumentException("The range ends (" + upper + ") below its start (" + lower + ")");
            }
        }

        /** How far a figure is out of the range; zero inside. */
        BigDecimal distance(BigDecimal figure) {
            return lower.subtract(figure).max(figure.subtract(upper)).max(BigDecimal.ZERO);
        }
    }

    default boolean suits(Direction direction) {
        return switch (this) {
            case AtLeast target -> direction == Direction.HIGHER_IS_BETTER;
            case AtMost target -> direction == Direction.LOWER_IS_BETTER;
            case Between target -> direction == Direction.WITHIN_RANGE;
        };
    }
}
