package dev.drumbeat.kpis;

import dev.drumbeat.kpis.RedReplay.Judged;
import dev.drumbeat.kpis.Standing.Point;
import dev.drumbeat.kpis.Standing.Shown;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Works out what follows from changed facts: derived figures, standings and red episodes, in the same commit. */
final class Recalculation {
    private final KpiStore store;

    Recalculation(KpiStore store) {
        this.store = store;
    }

    Commit complete(Edit edit, String result) {
        Set<String> affected = new LinkedHashSet<>(edit.touched());
        edit.touched().forEach(id -> edit.next().derivedFrom(id).forEach(kpi -> affected.add(kpi.id())));
        Set<String> needed = new LinkedHashSet<>(affected);
        affected.forEach(id ->
                needed.addAll(edit.next().kpi(id).orElseThrow().definition().rolledFrom()));

        Map<String, TreeMap<Period, Measurement>> current = current(edit, needed);
        for (String id : affected) {
            Kpi kpi = edit.next().kpi(id).orElseThrow();
            if (kpi.definition().derived() && kpi.live()) {
                for (Measurement derived : DerivedFigures.missing(kpi, edit.next(), current, edit.at())) {
                    figures(current, id).put(derived.period(), derived);
                    edit.record(derived);
                }
            }
        }

        Map<String, List<RedEpisode>> recorded = affected.isEmpty() ? Map.of() : store.episodes(edit.scope(), affected);
        List<RedEpisode> changedEpisodes = new ArrayList<>();
        Scorecard next = edit.next();
        for (String id : affected) {
            Kpi kpi = next.kpi(id).orElseThrow();
            Map<String, RedEpisode> known = new TreeMap<>();
            recorded.getOrDefault(id, List.of()).forEach(episode -> known.put(episode.id(), episode));
            List<RedEpisode> changed = new Episodes(next.partnership(), kpi, edit.at())
                    .changed(List.copyOf(known.values()), stretches(kpi, figures(current, id), edit.zone()));
            changed.forEach(episode -> known.put(episode.id(), episode));
            changedEpisodes.addAll(changed);
            Optional<RedEpisode> open =
                    known.values().stream().filter(RedEpisode::open).findFirst();
            next = next.with(kpi.standing(standing(kpi, figures(current, id), open)));
        }
        next = next.committed(edit.before().revision() + 1, edit.at());
        return new Commit(
                next,
                PortfolioLine.of(next),
                edit.measurements(),
                changedEpisodes,
                edit.decided(),
                edit.notes(),
                edit.audit(),
                new Answered(edit.request().key(), edit.request().contentHash(), edit.at(), result));
    }

    private static TreeMap<Period, Measurement> figures(Map<String, TreeMap<Period, Measurement>> current, String id) {
        return Objects.requireNonNull(current.get(id), id);
    }

    private Map<String, TreeMap<Period, Measurement>> current(Edit edit, Set<String> kpis) {
        Map<String, List<Measurement>> recorded = kpis.isEmpty()
                ? Map.of()
                : store.history(edit.scope(), kpis, edit.before().changedAt());
        Map<String, List<Measurement>> all = new HashMap<>();
        kpis.forEach(id -> all.put(id, new ArrayList<>(recorded.getOrDefault(id, List.of()))));
        edit.measurements().forEach(measurement -> {
            List<Measurement> rows = all.get(measurement.kpi());
            if (rows != null) {
                rows.add(measurement);
            }
        });
        Map<String, TreeMap<Period, Measurement>> current = new HashMap<>();
        all.forEach((id, rows) -> current.put(id, Measurement.current(rows)));
        return current;
    }

    /** @param current figures by period */
    static Standing standing(Kpi kpi, SortedMap<Period, Measurement> current, Optional<RedEpisode> open) {
        if (current.isEmpty()) {
            return Standing.none();
        }
        Chart chart = Chart.of(kpi, current).orElseThrow();
        return new Standing(
                points(current, chart, Standing.KEPT),
                Optional.of(current.lastEntry().getValue().recordedAt()),
                open,
                chart.reading());
    }

    /** The last periods up to the latest figure, without gaps between, from the first figure on. */
    static List<Point> points(SortedMap<Period, Measurement> current, Chart chart, int atMost) {
        Period last = current.lastKey();
        Period windowStart = last.plus(1L - atMost);
        Period first = current.firstKey().compareTo(windowStart) > 0 ? current.firstKey() : windowStart;
        List<Point> points = new ArrayList<>();
        for (Period period = first; period.compareTo(last) <= 0; period = period.next()) {
            Optional<Shown> figure =
                    Optional.ofNullable(current.get(period)).map(measurement -> new Shown(measurement.value()));
            points.add(new Point(period, figure, chart.limits(period)));
        }
        return points;
    }

    static List<RedReplay.Stretch> stretches(Kpi kpi, SortedMap<Period, Measurement> current, ZoneId zone) {
        List<Judged> run = new ArrayList<>();
        current.forEach((period, measurement) -> measurement
                .value()
                .ifPresent(value -> kpi.boundsFor(period)
                        .ifPresent(bounds ->
                                run.add(new Judged(period, bounds.judge(value), value, bounds.boundFor(value))))));
        return RedReplay.stretches(run, period -> kpi.debounceFor(period, zone));
    }
}
