package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One series and how to read it.
 *
 * @param points oldest first, one per period, missing periods as {@link SpcPoint.Gap}
 * @param kind where the limits come from; every point must be of a form it accepts
 * @param scale what a quotient is multiplied by to be in the unit of the KPI and of the target: 1, 100 for percent,
 *     1 000 000 for ppm. Plain values are in that unit already and are left alone
 * @param target in force now; must suit the direction
 * @param baselines ascending, the first starting at 0; the last one is what variation, assurance and drift are judged on
 */
public record SpcQuestion(
        List<SpcPoint> points,
        ChartKind kind,
        BigDecimal scale,
        Direction direction,
        Optional<Target> target,
        RuleSet rules,
        List<Baseline> baselines,
        DriftSettings drift) {

    public SpcQuestion {
        points = List.copyOf(points);
        baselines = List.copyOf(baselines);
        if (scale.signum() <= 0) {
            throw new IllegalArgumentException("The scale must be above zero: " + scale);
        }
        if (target.isPresent() && !target.get().suits(direction)) {
            throw new IllegalArgumentException(target.get() + " is no target for " + direction);
        }
        for (SpcPoint point : points) {
            if (!kind.accepts(point)) {
                throw new IllegalArgumentException(point + " does not belong on a chart of kind " + kind);
            }
        }
        requireOrdered(baselines, points.size());
    }

    /** The usual question: limits from the form of the figures, NHS rules, one baseline over everything, no target. */
    public static SpcQuestion about(List<SpcPoint> points, Direction direction) {
        return new SpcQuestion(
                points,
                ChartKind.forFigures(points),
                BigDecimal.ONE,
                direction,
                Optional.empty(),
                RuleSet.NHS,
                List.of(Baseline.from(0)),
                DriftSettings.USUAL);
    }

    public SpcQuestion charted(ChartKind newKind) {
        return new SpcQuestion(points, newKind, scale, direction, target, rules, baselines, drift);
    }

    public SpcQuestion scaledBy(BigDecimal newScale) {
        return new SpcQuestion(points, kind, newScale, direction, target, rules, baselines, drift);
    }

    public SpcQuestion against(Target newTarget) {
        return new SpcQuestion(points, kind, scale, direction, Optional.of(newTarget), rules, baselines, drift);
    }

    public SpcQuestion by(RuleSet newRules) {
        return new SpcQuestion(points, kind, scale, direction, target, newRules, baselines, drift);
    }

    public SpcQuestion watching(DriftSettings newDrift) {
        return new SpcQuestion(points, kind, scale, direction, target, rules, baselines, newDrift);
    }

    /** Re-based at these points, ascending; the stretch before the first of them keeps a baseline of its own. */
    public SpcQuestion rebasedAt(int... starts) {
        return withBaselines(IntStream.concat(IntStream.of(0), Arrays.stream(starts))
                .distinct()
                .mapToObj(Baseline::from)
                .toList());
    }

    public SpcQuestion withBaselines(List<Baseline> newBaselines) {
        return new SpcQuestion(points, kind, scale, direction, target, rules, newBaselines, drift);
    }

    /** Index after the last point that is judged by this baseline. */
    int endOf(int baseline) {
        return baseline + 1 < baselines.size() ? baselines.get(baseline + 1).from() : points.size();
    }

    private static void requireOrdered(List<Baseline> baselines, int points) {
        if (baselines.isEmpty() || baselines.getFirst().from() != 0) {
            throw new IllegalArgumentException("The first baseline starts at the first point");
        }
        for (int i = 0; i < baselines.size(); i++) {
            Baseline baseline = baselines.get(i);
            int end = i + 1 < baselines.size() ? baselines.get(i + 1).from() : points;
            boolean empty = i > 0 && baseline.from() >= end;
            if (empty || baseline.to().orElse(baseline.from()) >= Math.max(end, 1)) {
                throw new IllegalArgumentException(
                        "Baseline " + baseline + " leaves its stretch, which ends before " + end);
            }
        }
    }
}
