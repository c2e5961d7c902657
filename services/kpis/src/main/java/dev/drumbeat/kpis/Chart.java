package dev.drumbeat.kpis;

import dev.drumbeat.kpis.spc.Baseline;
import dev.drumbeat.kpis.spc.ChartKind;
import dev.drumbeat.kpis.spc.DriftAlarm;
import dev.drumbeat.kpis.spc.DriftSettings;
import dev.drumbeat.kpis.spc.Limits;
import dev.drumbeat.kpis.spc.Signal;
import dev.drumbeat.kpis.spc.Spc;
import dev.drumbeat.kpis.spc.SpcJudgement;
import dev.drumbeat.kpis.spc.SpcPoint;
import dev.drumbeat.kpis.spc.SpcQuestion;
import dev.drumbeat.kpis.spc.Target;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A KPI's figures as a control chart. It is drawn over the last {@value #WINDOW} periods up to the latest figure (three years
 * of weeks, thirteen of months): enough for stable limits, and a cost that does not grow with history. Within it the limits
 * come from the points since the latest re-basing, all of them, so page and detail always show the same limits.
 */
final class Chart {
    static final int WINDOW = 156;

    private final List<Period> periods;
    private final SpcJudgement judgement;

    private Chart(List<Period> periods, SpcJudgement judgement) {
        this.periods = periods;
        this.judgement = judgement;
    }

    /** @param figures the current figures by period; empty optional when there are none */
    static Optional<Chart> of(Kpi kpi, SortedMap<Period, Measurement> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        Period last = figures.lastKey();
        Period windowStart = last.plus(1 - WINDOW);
        Period first = figures.firstKey().compareTo(windowStart) > 0 ? figures.firstKey() : windowStart;
        List<Period> periods = new ArrayList<>();
        List<SpcPoint> points = new ArrayList<>();
        for (Period period = first; period.compareTo(last) <= 0; period = period.next()) {
            periods.add(period);
            points.add(point(period, figures.get(period)));
        }
        SpcQuestion question = new SpcQuestion(
                points,
                kind(kpi, points),
                kpi.definition().unit().scale(),
                kpi.definition().direction(),
                kpi.boundsFor(last).map(Chart::target),
                kpi.definition().ruleSet(),
                baselines(kpi, first, last),
                DriftSettings.USUAL);
        return Optional.of(new Chart(periods, Spc.judge(question)));
    }

    Reading reading() {
        return switch (judgement) {
            case SpcJudgement.NotEnoughPoints few ->
                new Reading(Optional.empty(), Optional.empty(), few.needed() - few.present(), List.of());
            case SpcJudgement.Judged judged ->
                new Reading(
                        Optional.of(judged.variation()),
                        judged.assurance(),
                        0,
                        judged.standingDrift().stream().map(this::alarm).toList());
        };
    }

    /** Empty for a period out of the chart, at gaps of some kinds, and under twelve points. */
    Optional<Limits> limits(Period period) {
        long index = periods.getFirst().until(period);
        return index < 0 || index >= periods.size()
                ? Optional.empty()
                : judgement.chart().points().get((int) index).limits();
    }

    /** Oldest first. */
    List<Finding> findings() {
        return judgement.chart().signals().stream().map(this::finding).toList();
    }

    private Finding finding(Signal signal) {
        return new Finding(
                signal.rule(), signal.points().stream().map(periods::get).toList(), signal.meaning());
    }

    private Reading.Alarm alarm(DriftAlarm alarm) {
        return new Reading.Alarm(alarm.detector().name(), periods.get(alarm.firstAlarm()), alarm.meaning());
    }

    private static SpcPoint point(Period period, @Nullable Measurement measurement) {
        if (measurement == null) {
            return SpcPoint.gap(period.name());
        }
        return switch (measurement.figure()) {
            case Figure.Value(BigDecimal value) -> SpcPoint.value(period.name(), value);
            case Figure.Fraction(BigDecimal numerator, BigDecimal denominator) ->
                SpcPoint.ratio(period.name(), numerator, denominator);
            case Figure.NoActivity none -> SpcPoint.gap(period.name());
            case Figure.Incomplete none -> SpcPoint.gap(period.name());
        };
    }

    /** Counts per something and counts per period have charts of their own; so have shares; anything else is individuals. */
    private static ChartKind kind(Kpi kpi, List<SpcPoint> points) {
        return switch (kpi.definition().unit()) {
            case COUNT -> ChartKind.forCounts(points);
            case PERCENT, PPM, RATIO -> ChartKind.forFigures(points);
            case DAYS, HOURS, MONEY -> ChartKind.INDIVIDUALS;
        };
    }

    private static Target target(TargetBounds bounds) {
        return switch (bounds) {
            case TargetBounds.AtLeast least -> new Target.AtLeast(least.value());
            case TargetBounds.AtMost most -> new Target.AtMost(most.value());
            case TargetBounds.Within within -> new Target.Between(within.lower(), within.upper());
        };
    }

    private static List<Baseline> baselines(Kpi kpi, Period first, Period last) {
        List<Baseline> baselines = new ArrayList<>();
        baselines.add(Baseline.from(0));
        for (Rebase rebase : kpi.rebases()) {
            if (rebase.from().compareTo(first) > 0 && rebase.from().compareTo(last) <= 0) {
                baselines.add(Baseline.from((int) first.until(rebase.from())));
            }
        }
        return baselines;
    }
}
