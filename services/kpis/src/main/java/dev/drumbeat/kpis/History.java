package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was known when. Callers look at the settled scorecard first. */
final class History {
    private static final int CONTESTS_READ = 100;

    private final KpiStore store;

    History(KpiStore store) {
        this.store = store;
    }

    /** The current figures that a chart up to that period is drawn from. */
    TreeMap<Period, Measurement> window(Scope scope, Kpi kpi, Period last, Instant until) {
        return Measurement.current(store.since(scope, kpi.id(), last.plus(1L - Chart.WINDOW), until));
    }

    /** The scorecard as it was known at a moment, each KPI with as many points as a chart has. */
    Scorecard asOf(Scope scope, Scorecard now, Instant moment) {
        List<Kpi> known =
                now.kpis().stream().flatMap(kpi -> kpi.asOf(moment).stream()).toList();
        List<String> ids = known.stream().map(Kpi::id).toList();
        Map<String, List<Measurement>> rows = store.history(scope, ids, moment);
        Map<String, List<RedEpisode>> episodes = store.episodes(scope, ids);
        List<Kpi> kpis = new ArrayList<>();
        for (Kpi kpi : known) {
            Optional<RedEpisode> open = episodes.getOrDefault(kpi.id(), List.of()).stream()
                    .flatMap(episode -> episode.asOf(moment).stream())
                    .filter(RedEpisode::open)
                    .findFirst();
            kpis.add(standing(scope, kpi, Measurement.current(rows.getOrDefault(kpi.id(), List.of())), open, moment));
        }
        List<Correction> waiting = now.waiting().stream()
                .flatMap(correction -> correction.asOf(moment).stream())
                .toList();
        return new Scorecard(now.partnership(), now.revision(), moment, kpis, waiting);
    }

    private Kpi standing(
            Scope scope, Kpi kpi, TreeMap<Period, Measurement> current, Optional<RedEpisode> open, Instant moment) {
        if (current.isEmpty()) {
            return kpi;
        }
        Chart chart = Chart.of(kpi, current).orElseThrow();
        Standing standing = new Standing(
                Recalculation.points(current, chart, Chart.WINDOW),
                Optional.of(current.lastEntry().getValue().recordedAt()),
                open,
                chart.reading());
        List<Period> contested = store.notes(scope, kpi.id(), moment, CONTESTS_READ).stream()
                .filter(note -> note.kind() == Note.Kind.CONTEST)
                .flatMap(note -> note.period().stream())
                .toList();
        return kpi.contestedIn(contested).standing(standing);
    }
}
