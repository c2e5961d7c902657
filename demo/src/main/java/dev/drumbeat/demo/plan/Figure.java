package dev.drumbeat.demo.plan;

import java.math.BigDecimal;

/** What was measured in a period: a fraction, or that nothing happened. */
public sealed interface Figure {

    Figure NO_ACTIVITY = new NoActivity();

    /** Numerator over denominator, both exact; a percent KPI reads 100 x the quotient. */
    record Fraction(BigDecimal numerator, BigDecimal denominator) implements Figure {
        public Fraction {
            if (denominator.signum() <= 0) {
                throw new IllegalArgumentException("A fraction needs a denominator above zero, not " + denominator);
            }
        }
    }

    /** The period passed without anything to count. */
    record NoActivity() implements Figure {}

    /** A fraction, or no activity when there is nothing to divide by. */
    static Figure ofSums(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? NO_ACTIVITY : new Fraction(numerator, denominator);
    }

    static Figure ofCounts(long numerator, long denominator) {
        return ofSums(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }
}
