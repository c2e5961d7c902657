package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Intake.Outcome;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures from a file: looked at row by row, then recorded all or not at all. */
public final class ImportFile {
    private static final String RECORDED = "recorded";
    private static final String NOTHING_NEW = "nothing new";

    private final Ledger ledger;
    private final CurrentFigures figures;
    private final KpiStore store;
    private final FigureFile.Reader reader;

    public ImportFile(Ledger ledger, CurrentFigures figures, KpiStore store, FigureFile.Reader reader) {
        this.ledger = ledger;
        this.figures = figures;
        this.store = store;
        this.reader = reader;
    }

    public enum Result {
        NEW,
        UNCHANGED,
        ERROR
    }

    /** @param kpi empty when it could not be told */
    public record Line(FigureFile.Row row, Optional<Kpi> kpi, Result result, List<Violation> violations) {}

    /** @param committed all rows are recorded, now or before */
    public record Report(boolean committed, List<Line> lines) {
        public Report {
            lines = List.copyOf(lines);
        }

        public int count(Result result) {
            return (int) lines.stream().filter(line -> line.result() == result).count();
        }
    }

    /** Refuses whoever may not record anything here; asked before the file is taken in. */
    public static void requireRecorder(Scope scope) {
        if (!scope.may(Activity.RECORD_MEASUREMENTS)) {
            scope.require(Activity.RECORD_MEASUREMENTS);
        }
    }

    /** Tells what a file would do, and does nothing. */
    public Report preview(Scope scope, byte[] content) {
        requireRecorder(scope);
        return report(scope, store.settled(scope), reader.read(content), Optional.empty(), false);
    }

    /** Records a file without errors; a repeat gets the same report. */
    public Report commit(Scope scope, Request request, byte[] content) {
        requireRecorder(scope);
        FigureFile file = reader.read(content);
        if (!(file instanceof FigureFile.Rows(List<FigureFile.Row> rows))) {
            return report(scope, store.settled(scope), file, Optional.empty(), false);
        }
        boolean[] good = {true};
        Answered answered = ledger.write(scope, request, edit -> {
            List<Outcome> outcomes = outcomes(figures.intake(edit), rows);
            good[0] = outcomes.stream().noneMatch(Outcome.Wrong.class::isInstance);
            if (!good[0]) {
                return NOTHING_NEW;
            }
            RecordMeasurements.put(edit, outcomes, Origin.CSV);
            return edit.measurements().isEmpty() ? NOTHING_NEW : RECORDED;
        });
        Optional<Instant> recordedAt =
                answered.result().equals(RECORDED) ? Optional.of(answered.at()) : Optional.empty();
        return report(scope, store.settled(scope), file, recordedAt, good[0]);
    }

    /** @param recordedAt figures recorded then count as new: this file brought them */
    private Report report(
            Scope scope, Scorecard scorecard, FigureFile file, Optional<Instant> recordedAt, boolean committed) {
        return switch (file) {
            case FigureFile.Unreadable wrong -> new Report(false, List.of(unreadable(wrong)));
            case FigureFile.Rows(List<FigureFile.Row> rows) -> {
                List<Outcome> outcomes = outcomes(figures.intake(scope, scorecard), rows);
                List<Line> lines = new ArrayList<>(rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    lines.add(line(rows.get(i), outcomes.get(i), recordedAt));
                }
                yield new Report(committed, lines);
            }
        };
    }

    private static List<Outcome> outcomes(Intake intake, List<FigureFile.Row> rows) {
        return rows.stream().map(row -> RowIntake.look(intake, row)).toList();
    }

    private static Line line(FigureFile.Row row, Outcome outcome, Optional<Instant> recordedAt) {
        return switch (outcome) {
            case Outcome.Fresh fresh -> new Line(row, Optional.of(fresh.kpi()), Result.NEW, List.of());
            case Outcome.Same(Kpi kpi, Measurement measurement) ->
                new Line(
                        row,
                        Optional.of(kpi),
                        recordedAt.filter(measurement.recordedAt()::equals).isPresent() ? Result.NEW : Result.UNCHANGED,
                        List.of());
            case Outcome.Wrong(Optional<Kpi> kpi, List<Violation> violations) ->
                new Line(row, kpi, Result.ERROR, violations);
        };
    }

    private static Line unreadable(FigureFile.Unreadable wrong) {
        return new Line(
                new FigureFile.Row(wrong.line(), "", "", "", "", "", FigureFile.Cells.FIT),
                Optional.empty(),
                Result.ERROR,
                List.of(new Violation(wrong.field(), wrong.rule(), wrong.message())));
    }
}
