package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Looks up which figures are current. */
public final class CurrentFigures {
    private static final int AT_ONCE = 100;

    private final KpiStore store;
    private final Clock clock;

    public CurrentFigures(KpiStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** For figures that are to become part of a change. */
    Intake intake(Edit edit) {
        return intake(edit.scope(), edit.before());
    }

    Intake intake(Scope scope, Scorecard scorecard) {
        List<String> measured = scorecard.kpis().stream()
                .filter(kpi -> !kpi.definition().derived())
                .map(Kpi::id)
                .toList();
        return new Intake(scope, scorecard, by(scope, measured, scorecard.changedAt()), clock.instant());
    }

    /** The figures of these ids, in their order. */
    List<Measurement> find(Scope scope, List<MeasurementId> ids) {
        Map<MeasurementId, Measurement> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            store.measurements(scope, ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .forEach(measurement -> found.put(MeasurementId.of(measurement), measurement));
        }
        return ids.stream()
                .map(id -> Objects.requireNonNull(found.get(id), id::toString))
                .toList();
    }

    TreeMap<Period, Measurement> of(Scope scope, String kpi, Instant until) {
        return by(scope, List.of(kpi), until).getOrDefault(kpi, new TreeMap<>());
    }

    private Map<String, TreeMap<Period, Measurement>> by(Scope scope, List<String> kpis, Instant until) {
        Map<String, TreeMap<Period, Measurement>> current = new HashMap<>();
        store.history(scope, kpis, until).forEach((kpi, rows) -> current.put(kpi, Measurement.current(rows)));
        return current;
    }
}
