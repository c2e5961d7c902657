package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What a baseline says of its process: where it is centred and how far common causes carry a figure from there. */
final class CommonCause {
    /** Mean of the range of two from a normal distribution, in sigmas; 3 / 1.128 is the 2.66 of the XmR chart. */
    private static final double D2 = 1.128;
    /** Upper limit of a moving range in mean moving ranges (D4 for two): a range at or past it is itself a special cause. */
    private static final double MOVING_RANGE_LIMIT = 3.267;

    private static final double LIMIT_IN_SIGMAS = 3;
    private static final int SIGNIFICANT_DIGITS = 12;

    private final double centre;
    private final DoubleUnaryOperator sigmaAtSize;
    private final double floor;
    private final double ceiling;

    private CommonCause(double centre, DoubleUnaryOperator sigmaAtSize, double floor, double ceiling) {
        this.centre = centre;
        this.sigmaAtSize = sigmaAtSize;
        this.floor = floor;
        this.ceiling = ceiling;
    }

    /** @param baseline at least one; the questions asked through the facade bring at least twelve */
    static CommonCause of(ChartKind kind, List<Observation> baseline, BigDecimal scale) {
        return switch (kind) {
            case INDIVIDUALS -> individuals(baseline);
            case COUNT -> {
                double mean = mean(baseline.stream().map(Observation::amount).toList());
                yield new CommonCause(mean, size -> Math.sqrt(mean), 0, Double.POSITIVE_INFINITY);
            }
            case RATE -> {
                double unit = scale.doubleValue();
                double rate = pooled(baseline);
                yield new CommonCause(rate * unit, size -> unit * Math.sqrt(rate / size), 0, Double.POSITIVE_INFINITY);
            }
            case PROPORTION -> {
                double unit = scale.doubleValue();
                double share = pooled(baseline);
                yield new CommonCause(share * unit, size -> unit * Math.sqrt(share * (1 - share) / size), 0, unit);
            }
        };
    }

    double centre() {
        return centre;
    }

    double sigma(Observation observation) {
        return sigmaAtSize.applyAsDouble(observation.size());
    }

    /**
     * Three-sigma limits; those of counts and shares end where no figure can be (below nothing, above all), those of
     * individuals don't, because nothing is known of what their figures can be.
     */
    Limits limitsAtSize(double size) {
        double reach = LIMIT_IN_SIGMAS * sigmaAtSize.applyAsDouble(size);
        double lower = Math.max(floor, centre - reach);
        double upper = Math.min(ceiling, centre + reach);
        double magnitude = Math.max(Math.abs(centre), reach);
        return new Limits(rounded(lower, magnitude), rounded(centre, magnitude), rounded(upper, magnitude));
    }

    private static CommonCause individuals(List<Observation> baseline) {
        double mean = mean(baseline.stream().map(Observation::value).toList());
        double sigma = meanMovingRange(baseline) / D2;
        return new CommonCause(mean, size -> sigma, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * The mean moving range without the ranges that are special causes themselves, screened once. If that leaves no
     * variation at all (a figure that nearly always stands at 100 %), the ranges stay: limits of no width would call every
     * single period a signal.
     */
    private static double meanMovingRange(List<Observation> baseline) {
        List<Double> ranges = new ArrayList<>();
        for (int i = 1; i < baseline.size(); i++) {
            ranges.add(Math.abs(baseline.get(i).value() - baseline.get(i - 1).value()));
        }
        if (ranges.isEmpty()) {
            return 0;
        }
        double unscreened = mean(ranges);
        List<Double> ordinary = ranges.stream()
                .filter(range -> range < MOVING_RANGE_LIMIT * unscreened)
                .toList();
        double screened = ordinary.isEmpty() ? 0 : mean(ordinary);
        return screened > 0 ? screened : unscreened;
    }

    private static double pooled(List<Observation> baseline) {
        double amount = baseline.stream().mapToDouble(Observation::amount).sum();
        return amount / baseline.stream().mapToDouble(Observation::size).sum();
    }

    /** Taken from the first figure, so that large figures with small differences keep their digits. */
    private static double mean(List<Double> figures) {
        double origin = figures.getFirst();
        double excess = 0;
        for (double figure : figures) {
            excess += figure - origin;
        }
        return origin + excess / figures.size();
    }

    /** Twelve digits of the largest number involved: all that a double arrives at safely, and no 1E-17 where zero is meant. */
    private static BigDecimal rounded(double figure, double magnitude) {
        int leadingDigits = magnitude > 0 ? (int) Math.floor(Math.log10(magnitude)) + 1 : 1;
        BigDecimal rounded =
                BigDecimal.valueOf(figure).setScale(SIGNIFICANT_DIGITS - leadingDigits, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
