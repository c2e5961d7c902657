package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Intake.Outcome;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records figures for periods that have none yet: all of a batch or none of it. */
public final class RecordMeasurements {
    public static final int MAX_BATCH = 1_000;

    private final Ledger ledger;
    private final CurrentFigures figures;

    public RecordMeasurements(Ledger ledger, CurrentFigures figures) {
        this.ledger = ledger;
        this.figures = figures;
    }

    /**
     * @param recorded the figures asked for, in the order asked, whether they were new or there already
     * @param unchanged how many were there already
     */
    public record Recorded(List<Measurement> recorded, int unchanged) {
        public Recorded {
            recorded = List.copyOf(recorded);
        }
    }

    public Recorded record(Scope scope, Request request, List<Intake.Entry> entries, Origin origin) {
        if (!scope.may(Activity.RECORD_MEASUREMENTS)) {
            scope.require(Activity.RECORD_MEASUREMENTS);
        }
        if (entries.isEmpty() || entries.size() > MAX_BATCH) {
            throw Refusal.invalid("measurements", "batch.size", "Send 1 to " + MAX_BATCH + " figures at a time.");
        }
        Map<Instant, Recorded> decided = new HashMap<>();
        Answered answered = ledger.write(scope, request, edit -> {
            Intake intake = figures.intake(edit);
            List<Outcome> outcomes = entries.stream().map(intake::look).toList();
            requireGood(outcomes);
            Recorded put = put(edit, outcomes, origin);
            decided.put(edit.isEmpty() ? edit.before().changedAt() : edit.at(), put);
            return RecordedText.write(put);
        });
        // Only a repeat is read back: what was decided here may have lost to what answered the request first.
        return Optional.ofNullable(decided.get(answered.at()))
                .orElseGet(() -> RecordedText.read(answered.result(), ids -> figures.find(scope, ids)));
    }

    static Recorded put(Edit edit, List<Outcome> outcomes, Origin origin) {
        List<Measurement> measurements = new ArrayList<>();
        int unchanged = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Fresh(Kpi kpi, Period period, Figure figure) -> {
                    Measurement measurement = new Measurement(
                            kpi.id(),
                            period,
                            1,
                            figure,
                            figure.in(kpi.definition().unit()),
                            edit.actor(),
                            edit.at(),
                            origin,
                            "",
                            Optional.empty());
                    edit.record(measurement);
                    measurements.add(measurement);
                }
                case Outcome.Same(Kpi kpi, Measurement measurement) -> {
                    measurements.add(measurement);
                    unchanged++;
                }
                case Outcome.Wrong wrong ->
                    throw new IllegalArgumentException("a wrong figure is never put in: " + wrong);
            }
        }
        tell(edit);
        return new Recorded(measurements, unchanged);
    }

    /** One event for each KPI, with all its figures. */
    private static void tell(Edit edit) {
        Map<String, List<Measurement>> byKpi = new LinkedHashMap<>();
        edit.measurements()
                .forEach(measurement -> byKpi.computeIfAbsent(measurement.kpi(), ignored -> new ArrayList<>())
                        .add(measurement));
        byKpi.forEach((kpi, measurements) -> edit.audit(
                "kpi.figures.recorded",
                Names.kpi(edit.scope().partnership(), kpi),
                "",
                AuditText.of(measurements),
                ""));
    }

    private static void requireGood(List<Outcome> outcomes) {
        List<Violation> violations = new ArrayList<>();
        boolean onlyDiffering = true;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Wrong(Optional<Kpi> kpi, List<Violation> wrong)) {
                for (Violation violation : wrong) {
                    onlyDiffering &= violation.rule().equals("FIGURE_DIFFERS");
                    violations.add(new Violation(
                            "measurements[" + i + "]." + violation.field(), violation.rule(), violation.message()));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.of(
                    onlyDiffering ? Reason.PRECONDITION : Reason.INVALID_FIELD,
                    violations.subList(0, Math.min(100, violations.size())));
        }
    }
}
