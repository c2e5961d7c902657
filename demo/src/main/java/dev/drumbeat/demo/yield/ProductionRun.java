package dev.drumbeat.demo.yield;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Two made-up years of a production line, the same on every machine and every day: weeks are counted back from the last one, which is
 * week 0. The seed is fixed, and only {@link Random#nextDouble}, whose sequence the Java platform specifies, is drawn from.
 *
 * <p>The story: sealing jaws wear out and are replaced; new people learn cassette assembly; planned maintenance is skipped in a busy
 * month, and some weeks later the cutting blades drift until the goal is red; then it is skipped once more.
 */
final class ProductionRun {
    static final int WEEKS = 104;
    /** The maintenance figures of the last weeks have not come in. */
    static final int WEEKS_WITHOUT_MAINTENANCE_FIGURE = 2;

    private static final long SEED = 20_260_105;
    /** Standard deviation of a step's yield from week to week while nothing is wrong. */
    private static final double COMMON_CAUSE = 0.0025;
    /** Of the units that fail, this share is reworked and goes on to the next step. */
    private static final double REWORKED = 0.6;

    /** Units that entered a step in a week, and those that passed it at the first attempt. */
    record Count(long passed, long started) {}

    /**
     * One week.
     *
     * @param week 0 is the last, -1 the one before
     */
    record Week(int week, Map<Step, Count> steps, Count maintenance) {
        Count count(Step step) {
            return Objects.requireNonNull(steps.get(step));
        }
    }

    private ProductionRun() {}

    /** Oldest first. */
    static List<Week> weeks() {
        var random = new Random(SEED);
        List<Week> weeks = new ArrayList<>();
        for (int week = 1 - WEEKS; week <= 0; week++) {
            weeks.add(new Week(week, steps(week, random), maintenance(week, random)));
        }
        return weeks;
    }

    private static Map<Step, Count> steps(int week, Random random) {
        Map<Step, Count> counts = new EnumMap<>(Step.class);
        long started = 9_600 + (long) (random.nextDouble() * 900);
        for (Step step : Step.values()) {
            double yield = step.usualYield() - loss(step, week) + COMMON_CAUSE * normal(random);
            long passed = Math.round(started * Math.clamp(yield, 0, 1));
            counts.put(step, new Count(passed, started));
            started = passed + Math.round((started - passed) * REWORKED);
        }
        return counts;
    }

    /** What goes wrong on top of the usual losses. */
    private static double loss(Step step, int week) {
        return switch (step) {
            case STRIP_COATING -> 0;
            case LAMINATION -> ramp(week, -12, 0, 0.0040);
            case CASSETTE_ASSEMBLY -> within(week, -26, -21) ? 0.018 : 0;
            case POUCH_SEALING -> ramp(week, -66, -56, 0.0042);
        };
    }

    private static Count maintenance(int week, Random random) {
        long planned = 14 + (long) (random.nextDouble() * 5);
        long missed = within(week, -17, -11) || within(week, -4, -3)
                ? 3 + (long) (random.nextDouble() * 3)
                : (long) (random.nextDouble() * 1.3);
        return new Count(planned - missed, planned);
    }

    /** Grows by the rate each week from the first to the last, and is gone after that. */
    private static double ramp(int week, int first, int last, double ratePerWeek) {
        return within(week, first, last) ? (week - first + 1) * ratePerWeek : 0;
    }

    private static boolean within(int week, int first, int last) {
        return week >= first && week <= last;
    }

    /** About standard normal: twelve uniforms have variance one. */
    private static double normal(Random random) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum - 6;
    }
}
