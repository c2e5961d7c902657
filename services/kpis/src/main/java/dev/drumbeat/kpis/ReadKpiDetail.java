package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows one KPI in full, from a bounded window of its history. */
public final class ReadKpiDetail {
    private static final int EPISODES = 25;
    private static final int NOTES = 100;
    private static final int CORRECTIONS = 100;

    private final KpiStore store;
    private final Clock clock;
    private final History history;

    public ReadKpiDetail(KpiStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.history = new History(store);
    }

    /**
     * @param measurements of the periods in the chart, newest period first, then highest revision
     * @param corrections newest first
     * @param targets newest first, proposals included
     * @param episodes newest first, voided ones included
     * @param notes newest first, as far as the reader may see them
     * @param rollUp the chart by longer periods, newest last; empty for what has no longer ones
     */
    public record Detail(
            KpiView view,
            List<Finding> findings,
            List<MeasurementView> measurements,
            List<Correction> corrections,
            List<Target> targets,
            List<RedEpisode> episodes,
            List<Note> notes,
            SortedMap<Period, Optional<BigDecimal>> rollUp) {}

    /** @param periods of the chart, 1 to {@value Chart#WINDOW} */
    public Detail read(Scope scope, String id, Optional<Instant> asOf, int periods) {
        scope.require(Activity.READ_SCORES);
        Instant now = clock.instant();
        Optional<Instant> past = asOf.filter(moment -> moment.isBefore(now));
        Scorecard settled = store.settled(scope);
        Scorecard scorecard =
                past.map(moment -> history.asOf(scope, settled, moment)).orElse(settled);
        // Everything that is committed is known now, even by a clock that went ahead.
        Instant until = past.orElse(settled.changedAt());
        Instant moment = past.orElse(now);
        Kpi kpi = scorecard.kpi(id).orElseThrow(() -> Refusal.notFound(Names.kpi(scope.partnership(), id)));

        List<Measurement> rows = kpi.standing()
                .latest()
                .map(latest -> store.since(scope, id, latest.period().plus(1L - Chart.WINDOW), until))
                .orElse(List.of());
        TreeMap<Period, Measurement> current = Measurement.current(rows);
        Optional<Chart> chart = Chart.of(kpi, current);
        List<Standing.Point> points = chart.map(drawn -> Recalculation.points(current, drawn, periods))
                .orElse(List.of());
        KpiView view = KpiView.of(
                kpi, points, scorecard.waiting(), periods, moment, scope.facts().timeZone());
        return new Detail(
                view,
                chart.map(Chart::findings).orElse(List.of()),
                shown(kpi, rows, current, points),
                corrections(scope, scorecard, id, until),
                kpi.targets().stream()
                        .sorted(Comparator.comparing(
                                        (Target target) -> target.proposal().at())
                                .reversed())
                        .toList(),
                store.episodes(scope, List.of(id)).getOrDefault(id, List.of()).stream()
                        .flatMap(episode -> episode.asOf(until).stream())
                        .sorted(Comparator.comparing(RedEpisode::first).reversed())
                        .limit(EPISODES)
                        .toList(),
                notes(scope, id, until),
                rollUp(scope, scorecard, kpi, current, points, until));
    }

    private static List<MeasurementView> shown(
            Kpi kpi, List<Measurement> rows, Map<Period, Measurement> current, List<Standing.Point> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        Period first = points.getFirst().period();
        return rows.stream()
                .filter(row -> row.period().compareTo(first) >= 0)
                .sorted(Comparator.comparing(Measurement::period)
                        .thenComparing(Measurement::revision)
                        .reversed())
                .map(row -> MeasurementView.of(kpi, row, row.isCurrentIn(current)))
                .toList();
    }

    private List<Correction> corrections(Scope scope, Scorecard scorecard, String id, Instant moment) {
        List<Correction> all = new ArrayList<>(scorecard.waiting());
        store.corrections(scope, id, CORRECTIONS).stream()
                .flatMap(correction -> correction.asOf(moment).stream())
                .forEach(all::add);
        return all.stream()
                .filter(correction -> correction.kpi().equals(id))
                .sorted(Comparator.comparing(
                                (Correction correction) -> correction.proposal().at())
                        .reversed())
                .limit(CORRECTIONS)
                .toList();
    }

    private List<Note> notes(Scope scope, String id, Instant until) {
        boolean ownersToo =
                scope.may(Activity.READ_OWNER_NOTES) && scope.caller().isPerson();
        return store.notes(scope, id, until, NOTES).stream()
                .filter(note -> note.audience() == Note.Audience.BOTH || ownersToo)
                .toList();
    }

    private SortedMap<Period, Optional<BigDecimal>> rollUp(
            Scope scope,
            Scorecard scorecard,
            Kpi kpi,
            TreeMap<Period, Measurement> current,
            List<Standing.Point> points,
            Instant until) {
        Optional<Frequency> longer = kpi.frequency().rollsUpTo();
        if (longer.isEmpty() || points.isEmpty()) {
            return new TreeMap<>();
        }
        // Whole longer periods: the first one is not cut where the chart begins.
        Period from = points.getFirst().period();
        while (from.previous().in(longer.get()).equals(from.in(longer.get()))) {
            from = from.previous();
        }
        if (!kpi.definition().derived()) {
            return rolled(kpi, current.tailMap(from, true), longer.get());
        }
        List<Map<Period, Optional<BigDecimal>>> steps = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        for (String step : kpi.definition().rolledFrom()) {
            Kpi part = scorecard.kpi(step).orElseThrow();
            steps.add(rolled(part, Measurement.current(store.since(scope, step, from, until)), longer.get()));
            units.add(part.definition().unit());
        }
        return RollUp.ofSteps(steps, units, kpi.definition().unit());
    }

    private static SortedMap<Period, Optional<BigDecimal>> rolled(
            Kpi kpi, SortedMap<Period, Measurement> current, Frequency longer) {
        TreeMap<Period, Figure> figures = new TreeMap<>();
        current.forEach((period, measurement) -> figures.put(period, measurement.figure()));
        return RollUp.of(
                figures,
                longer,
                kpi.definition().aggregation(),
                kpi.definition().unit());
    }
}
