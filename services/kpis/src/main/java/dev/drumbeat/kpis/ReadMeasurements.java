package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures as lists, superseded ones included. */
public final class ReadMeasurements {
    private final KpiStore store;

    public ReadMeasurements(KpiStore store) {
        this.store = store;
    }

    /**
     * Newest period first, then highest revision.
     *
     * @param kpi the KPI's id; empty for all of the partnership
     * @param after the last figure of the page before; empty for the first page
     */
    public Page<MeasurementView> list(
            Scope scope, Optional<String> kpi, Optional<Instant> asOf, int size, String after) {
        scope.require(Activity.READ_SCORES);
        Scorecard scorecard = store.settled(scope);
        kpi.filter(id -> scorecard.kpi(id).isEmpty()).ifPresent(id -> {
            throw Refusal.notFound(Names.kpi(scope.partnership(), id));
        });
        Instant until =
                asOf.filter(moment -> moment.isBefore(scorecard.changedAt())).orElse(scorecard.changedAt());
        Page<Measurement> page = store.measurements(scope, kpi, until, size, after);
        List<MeasurementView> views = new ArrayList<>();
        // Revisions of one period follow each other, the current one first.
        String before = after.isEmpty() ? "" : after.substring(0, after.lastIndexOf('|'));
        for (Measurement measurement : page.items()) {
            Kpi known = scorecard.kpi(measurement.kpi()).orElseThrow();
            String figure = position(measurement);
            figure = figure.substring(0, figure.lastIndexOf('|'));
            views.add(MeasurementView.of(known, measurement, !figure.equals(before)));
            before = figure;
        }
        return new Page<>(views, page.next());
    }

    /** Where a figure stands in a list: first day, KPI, revision. */
    public static String position(Measurement measurement) {
        return measurement.period().start() + "|" + measurement.kpi() + "|" + measurement.revision();
    }

    /** Those that a write has recorded, in its order; each was current when it was. */
    public List<MeasurementView> recorded(Scope scope, List<Measurement> measurements) {
        Scorecard scorecard = store.scorecard(scope);
        return measurements.stream()
                .map(measurement ->
                        MeasurementView.of(scorecard.kpi(measurement.kpi()).orElseThrow(), measurement, true))
                .toList();
    }
}
