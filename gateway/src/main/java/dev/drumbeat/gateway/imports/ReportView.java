package dev.drumbeat.gateway.imports;

import dev.drumbeat.gateway.asker.Asker;
import dev.drumbeat.gateway.asker.Asker.Token;
import dev.drumbeat.gateway.graphql.Mutations;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.kpis.v1.ImportOutcome;
import dev.drumbeat.proto.kpis.v1.ImportReport;
import dev.drumbeat.proto.kpis.v1.ImportRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as JSON. A token reads nothing: it is told of its own mistakes only. */
final class ReportView {
    private ReportView() {}

    static Map<String, Object> of(ImportReport report, Asker asker) {
        boolean token = asker instanceof Token;
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("committed", report.getCommitted());
        view.put("rows", report.getRows());
        view.put("newRows", report.getNewRows());
        view.put("unchangedRows", report.getUnchangedRows());
        view.put("errorRows", report.getErrorRows());
        view.put(
                "preview",
                report.getPreviewList().stream()
                        .filter(row -> !token || row.getOutcome() == ImportOutcome.IMPORT_OUTCOME_ERROR)
                        .map(ReportView::row)
                        .toList());
        return view;
    }

    private static Map<String, @Nullable Object> row(ImportRow row) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("line", row.getLine());
        view.put("kpi", row.getKpi());
        view.put("kpiDisplayName", Wire.text(row.getKpiDisplayName()));
        view.put("period", row.getPeriod());
        view.put("value", Wire.text(row.getValue()));
        view.put("numerator", Wire.text(row.getNumerator()));
        view.put("denominator", Wire.text(row.getDenominator()));
        view.put("outcome", Wire.name(row.getOutcome()));
        view.put(
                "errors",
                row.getErrorsList().stream()
                        .map(error -> Map.of(
                                "field", error.getField(),
                                "code", Mutations.code(error.getRule()),
                                "message", error.getMessage()))
                        .toList());
        return view;
    }
}
