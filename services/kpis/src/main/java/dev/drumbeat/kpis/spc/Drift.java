package dev.drumbeat.kpis.spc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/** Runs both detectors over one baseline and tells their alarms as stretches. */
final class Drift {
    private final List<Deviation> series;
    private final BiFunction<Heading, Deviation, Variation> meaning;
    private final List<DriftAlarm> alarms = new ArrayList<>();

    private Drift(List<Deviation> series, BiFunction<Heading, Deviation, Variation> meaning) {
        this.series = series;
        this.meaning = meaning;
    }

    /**
     * None for a baseline that never varied: without a sigma nothing says what is far.
     *
     * @param meaning of drifting that way, at that point
     */
    static List<DriftAlarm> in(
            List<Deviation> series, DriftSettings settings, BiFunction<Heading, Deviation, Variation> meaning) {
        if (series.stream().anyMatch(point -> point.sigma() <= 0)) {
            return List.of();
        }
        double[] sigmas = series.stream().mapToDouble(Deviation::sigmas).toArray();
        List<Ewma.Step> ewma = Ewma.over(sigmas, settings);
        List<Cusum.Step> cusum = Cusum.over(sigmas, settings);
        Drift drift = new Drift(series, meaning);
        for (Heading heading : List.of(Heading.UP, Heading.DOWN)) {
            drift.collect(
                    DriftAlarm.Detector.EWMA,
                    heading,
                    i -> ewma.get(i).alarm() == heading,
                    i -> Heading.of(ewma.get(i).statistic()) == heading);
            drift.collect(
                    DriftAlarm.Detector.CUSUM,
                    heading,
                    i -> cusum.get(i).alarm(heading, settings),
                    i -> cusum.get(i).sum(heading) > 0);
        }
        return drift.alarms.stream()
                .sorted(Comparator.comparingInt(DriftAlarm::firstAlarm).thenComparing(DriftAlarm::detector))
                .toList();
    }

    private void collect(DriftAlarm.Detector detector, Heading heading, IntPredicate alarm, IntPredicate leaning) {
        for (int first = 0; first < series.size(); first++) {
            if (!alarm.test(first)) {
                continue;
            }
            int last = first;
            while (last + 1 < series.size() && alarm.test(last + 1)) {
                last++;
            }
            int began = first;
            while (began > 0 && leaning.test(began - 1)) {
                began--;
            }
            alarms.add(new DriftAlarm(
                    detector,
                    heading,
                    series.get(began).index(),
                    series.get(first).index(),
                    series.get(last).index(),
                    last == series.size() - 1,
                    meaning.apply(heading, series.get(last))));
            first = last;
        }
    }
}
