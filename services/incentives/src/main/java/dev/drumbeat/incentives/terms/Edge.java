package dev.drumbeat.incentives.terms;

import java.math.BigDecimal;

/** To which tier a value exactly on an edge belongs. */
public enum Edge {
    /** lower ≤ value < upper. */
    LOWER_INCLUDED,
    /** lower < value ≤ upper. */
    UPPER_INCLUDED;

    boolean admitsFromBelow(BigDecimal value, BigDecimal lower) {
        int order = value.compareTo(lower);
        return this == LOWER_INCLUDED ? order >= 0 : order > 0;
    }

    boolean admitsUpTo(BigDecimal value, BigDecimal upper) {
        int order = value.compareTo(upper);
        return this == LOWER_INCLUDED ? order < 0 : order <= 0;
    }
}
