package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** Which model of common-cause variation the limits come from. */
public enum ChartKind {
    /** XmR: individual figures, spread from their moving ranges. Right for anything; needs no model. */
    INDIVIDUALS,
    /** p chart: so many of so many, binomial spread, limits narrower for larger denominators. */
    PROPORTION,
    /** u chart: events per opportunity (may exceed one), Poisson spread, limits narrower for larger denominators. */
    RATE,
    /** c chart: events per period where every period offers the same opportunity, Poisson spread. */
    COUNT;

    /**
     * A p chart when every present point is a whole number out of a whole number, and individuals otherwise: cost over
     * revenue or days over deliveries also have a numerator and a denominator, but are no binomial counts.
     */
    public static ChartKind forFigures(List<SpcPoint> points) {
        return everyPresent(points, PROPORTION::accepts) ? PROPORTION : INDIVIDUALS;
    }

    /** For a KPI that counts events: u chart with denominators, c chart without, individuals if they are no counts at all. */
    public static ChartKind forCounts(List<SpcPoint> points) {
        if (everyPresent(points, RATE::accepts)) {
            return RATE;
        }
        return everyPresent(points, COUNT::accepts) ? COUNT : INDIVIDUALS;
    }

    boolean accepts(SpcPoint point) {
        return switch (point) {
            case SpcPoint.Gap gap -> true;
            case SpcPoint.Value(String period, BigDecimal value) ->
                switch (this) {
                    case INDIVIDUALS -> true;
                    case COUNT -> isCount(value);
                    case PROPORTION, RATE -> false;
                };
            case SpcPoint.Ratio(String period, BigDecimal numerator, BigDecimal denominator) ->
                switch (this) {
                    case INDIVIDUALS -> true;
                    case COUNT -> false;
                    case RATE -> isCount(numerator);
                    case PROPORTION ->
                        isCount(numerator) && isCount(denominator) && numerator.compareTo(denominator) <= 0;
                };
        };
    }

    private static boolean everyPresent(List<SpcPoint> points, Predicate<SpcPoint> test) {
        return points.stream().anyMatch(SpcPoint::present) && points.stream().allMatch(test);
    }

    private static boolean isCount(BigDecimal figure) {
        return figure.signum() >= 0 && figure.stripTrailingZeros().scale() <= 0;
    }
}
