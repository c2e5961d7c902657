package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.util.Objects;

/** What is known of one period of a series. The period is a label only; order is the order of the list. */
public sealed interface SpcPoint {

    String period();

    /** A figure in the unit of the KPI. */
    record Value(String period, BigDecimal value) implements SpcPoint {
        public Value {
            Objects.requireNonNull(period, "period");
            requireUsable(value);
        }
    }

    /** Numerator over a denominator greater than zero; the figure is their quotient times the question's scale. */
    record Ratio(String period, BigDecimal numerator, BigDecimal denominator) implements SpcPoint {
        public Ratio {
            Objects.requireNonNull(period, "period");
            requireUsable(numerator);
            requireUsable(denominator);
            if (denominator.signum() <= 0) {
                throw new IllegalArgumentException(
                        "The denominator of " + period + " is not above zero: " + denominator);
            }
        }
    }

    /** Nothing is known of the period: not recorded, no activity, or a zero denominator. */
    record Gap(String period) implements SpcPoint {
        public Gap {
            Objects.requireNonNull(period, "period");
        }
    }

    static SpcPoint value(String period, BigDecimal value) {
        return new Value(period, value);
    }

    /** A zero denominator is NO_DATA everywhere in the product, hence a gap here. */
    static SpcPoint ratio(String period, BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? new Gap(period) : new Ratio(period, numerator, denominator);
    }

    static SpcPoint gap(String period) {
        return new Gap(period);
    }

    default boolean present() {
        return !(this instanceof Gap);
    }

    private static void requireUsable(BigDecimal figure) {
        if (!Double.isFinite(figure.doubleValue())) {
            throw new IllegalArgumentException("A figure beyond 1e308 can't be charted");
        }
    }
}
