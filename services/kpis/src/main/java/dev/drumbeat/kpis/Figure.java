package dev.drumbeat.kpis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What was measured: a value, or numerator and denominator, or that nothing happened. */
public sealed interface Figure {

    /** In the KPI's unit. */
    record Value(BigDecimal value) implements Figure {
        public Value {
            value = Decimals.plain(value);
        }
    }

    /** So many of so many; the denominator is above zero. */
    record Fraction(BigDecimal numerator, BigDecimal denominator) implements Figure {
        public Fraction {
            if (denominator.signum() <= 0) {
                throw new IllegalArgumentException("The denominator is not above zero: " + denominator);
            }
            numerator = Decimals.plain(numerator);
            denominator = Decimals.plain(denominator);
        }
    }

    /** The period passed without activity: there is nothing to judge, and nothing is late. */
    record NoActivity() implements Figure {}

    /** A derived figure that lacks a step. */
    record Incomplete() implements Figure {}

    static Figure value(String value) {
        return new Value(new BigDecimal(value));
    }

    /** Nothing of nothing is no activity. */
    static Figure fraction(String numerator, String denominator) {
        BigDecimal of = new BigDecimal(denominator);
        BigDecimal many = new BigDecimal(numerator);
        return of.signum() == 0 && many.signum() == 0 ? new NoActivity() : new Fraction(many, of);
    }

    /** The figure in a unit, to 34 digits, far more than any bound has; empty without activity. */
    default Optional<BigDecimal> in(Unit unit) {
        return switch (this) {
            case Value(BigDecimal value) -> Optional.of(value);
            case Fraction(BigDecimal numerator, BigDecimal denominator) ->
                Optional.of(
                        Decimals.plain(numerator.multiply(unit.scale()).divide(denominator, MathContext.DECIMAL128)));
            case NoActivity none -> Optional.empty();
            case Incomplete none -> Optional.empty();
        };
    }
}
