package dev.drumbeat.kpis.grpc;

import dev.drumbeat.kpis.ImportFile;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.proto.kpis.v1.ImportError;
import dev.drumbeat.proto.kpis.v1.ImportOutcome;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import dev.drumbeat.proto.kpis.v1.ImportRow;

/** Reports of imports in the contract's words. */
final class ImportWire {
    private static final int SHOWN_ROWS = 200;
    private static final int SHOWN_ERRORS = 1_000;
    private static final int SHOWN_CHARACTERS = 80;

    private ImportWire() {}

    static ImportReport encode(ImportFile.Report report) {
        ImportReport.Builder wire = ImportReport.newBuilder()
                .setCommitted(report.committed())
                .setRows(report.lines().size())
                .setNewRows(report.count(ImportFile.Result.NEW))
                .setUnchangedRows(report.count(ImportFile.Result.UNCHANGED))
                .setErrorRows(report.count(ImportFile.Result.ERROR));
        int errors = 0;
        for (int i = 0; i < report.lines().size(); i++) {
            ImportFile.Line line = report.lines().get(i);
            boolean error = line.result() == ImportFile.Result.ERROR;
            if (i < SHOWN_ROWS || (error && errors < SHOWN_ERRORS)) {
                wire.addPreview(row(line));
            }
            errors += error ? 1 : 0;
        }
        return wire.build();
    }

    private static ImportRow row(ImportFile.Line line) {
        ImportRow.Builder wire = ImportRow.newBuilder()
                .setLine(line.row().line())
                .setKpi(shown(line.row().kpi()))
                .setPeriod(shown(line.row().period()))
                .setValue(shown(line.row().value()))
                .setNumerator(shown(line.row().numerator()))
                .setDenominator(shown(line.row().denominator()))
                .setOutcome(Enums.encode(line.result(), ImportOutcome.class));
        line.kpi().ifPresent(kpi -> wire.setKpiDisplayName(kpi.definition().displayName()));
        line.violations()
                .forEach(violation -> wire.addErrors(ImportError.newBuilder()
                        .setField(violation.field())
                        .setRule(violation.rule())
                        .setMessage(violation.message())));
        return wire.build();
    }

    private static String shown(String cell) {
        return cell.length() > SHOWN_CHARACTERS ? cell.substring(0, SHOWN_CHARACTERS) + "…" : cell;
    }
}
