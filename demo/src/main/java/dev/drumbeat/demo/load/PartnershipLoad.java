package dev.drumbeat.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.demo.api.ApiException;
import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.api.ImportReport;
import dev.drumbeat.demo.plan.CompanyPlan;
import dev.drumbeat.demo.plan.Happening;
import dev.drumbeat.demo.plan.PartnershipPlan;
import dev.drumbeat.demo.plan.PlannedFigure;
import dev.drumbeat.demo.plan.PlannedTarget;
import dev.drumbeat.demo.plan.Role;
import dev.drumbeat.demo.plan.Side;
import java.util.List;
import java.util.Map;

/** What the people of one partnership do: define and agree what is measured, enter figures, talk about them. */
final class PartnershipLoad {
    /** As many figures as one request takes. */
    private static final int BATCH = 200;

    private final PartnershipPlan plan;
    private final CompanyPlan owner;
    private final Sessions sessions;

    PartnershipLoad(PartnershipPlan plan, CompanyPlan owner, Sessions sessions) {
        this.plan = plan;
        this.owner = owner;
        this.sessions = sessions;
    }

    /** Defines what is measured and agrees what is to be reached. */
    void define() {
        ApiSession ownerOps = as(Side.OWNER, Role.OPS);
        plan.kpis().forEach(kpi -> ownerOps.change(Documents.CREATE_KPI, Inputs.kpi(plan.slug(), kpi)));
        plan.targets().forEach(this::agree);
    }

    /** Enters figures that became known together. */
    void enter(List<PlannedFigure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        switch (plan.entry()) {
            case CSV_BY_OWNER -> importFigures(as(Side.OWNER, Role.OPS), figures);
            case BY_HAND_BY_PARTNER -> enterFigures(as(Side.PARTNER, Role.OPS), figures);
        }
    }

    void happen() {
        for (Happening happening : plan.happenings()) {
            switch (happening) {
                case Happening.TargetProposed(PlannedTarget target) -> propose(target);
                case Happening.CorrectionProposed proposed -> propose(proposed);
                case Happening.CorrectionApproved approved -> correct(approved);
                case Happening.Noted noted -> note(noted);
            }
        }
    }

    private void agree(PlannedTarget target) {
        as(Side.PARTNER, Role.LEADER)
                .change(
                        Documents.DECIDE_TARGET,
                        Map.of(
                                "target", propose(target),
                                "decision", "ACCEPT",
                                "requestId",
                                        RequestIds.of(
                                                "accept target", plan.slug(), target.kpi(), target.fromPeriod())));
    }

    private String propose(PlannedTarget target) {
        return as(Side.OWNER, Role.OPS)
                .change(Documents.PROPOSE_TARGET, Inputs.target(plan.slug(), target))
                .path("target")
                .path("id")
                .asText();
    }

    private void importFigures(ApiSession session, List<PlannedFigure> figures) {
        String csv = FiguresCsv.of(figures);
        ImportReport report = session.commitImport(plan.slug(), csv, RequestIds.of("import", plan.slug(), csv));
        if (!report.committed() || report.rows() != figures.size()) {
            throw new ApiException("The import of " + plan.slug() + "'s "
                    + figures.size() + " figures was refused: "
                    + String.join("; ", report.errors().stream().limit(5).toList()));
        }
    }

    private void enterFigures(ApiSession session, List<PlannedFigure> figures) {
        for (int from = 0; from < figures.size(); from += BATCH) {
            List<PlannedFigure> batch = figures.subList(from, Math.min(from + BATCH, figures.size()));
            session.change(
                    Documents.RECORD_MEASUREMENTS,
                    Map.of(
                            "partnership", plan.slug(),
                            "measurements",
                                    batch.stream().map(Inputs::measurement).toList(),
                            "requestId", RequestIds.of("figures", plan.slug(), batch.toString())));
        }
    }

    private String propose(Happening.CorrectionProposed correction) {
        JsonNode payload = as(correction.by(), Role.OPS)
                .change(
                        Documents.PROPOSE_CORRECTION,
                        Map.of(
                                "partnership", plan.slug(),
                                "kpi", correction.kpi(),
                                "period", correction.period(),
                                "supersedesRevision", 1,
                                "figure", Inputs.figure(correction.figure()),
                                "reason", correction.reason(),
                                "requestId",
                                        RequestIds.of("correct", plan.slug(), correction.kpi(), correction.period())));
        return payload.path("correction").path("id").asText();
    }

    private void correct(Happening.CorrectionApproved correction) {
        String id = propose(new Happening.CorrectionProposed(
                correction.kpi(), correction.period(), correction.figure(), correction.reason(), correction.by()));
        as(correction.by().other(), Role.LEADER)
                .change(
                        Documents.DECIDE_CORRECTION,
                        Map.of(
                                "correction",
                                id,
                                "decision",
                                "ACCEPT",
                                "requestId",
                                RequestIds.of(
                                        "approve correction", plan.slug(), correction.kpi(), correction.period())));
    }

    private void note(Happening.Noted note) {
        Map<String, Object> input = Inputs.with(
                Map.of(),
                Map.of(
                        "partnership", plan.slug(),
                        "kpi", note.kpi(),
                        "kind", note.kind().name(),
                        "audience", note.audience().name(),
                        "text", note.text(),
                        "requestId", RequestIds.of("note", plan.slug(), note.kpi(), note.text())));
        if (note.period() != null) {
            input.put("period", note.period());
        }
        as(note.by(), Role.OPS).change(Documents.ADD_NOTE, input);
    }

    private ApiSession as(Side side, Role role) {
        return sessions.of((side == Side.OWNER ? owner : plan.partner()).person(role));
    }
}
