package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure that is wrong is corrected by both sides: one proposes another, the other's LEADER decides. The old one stays
 * readable. Each method gives the correction's id.
 */
public final class CorrectFigures {
    private static final int MAX_WAITING = 200;

    private final Ledger ledger;
    private final CurrentFigures figures;
    private final KpiStore store;

    public CorrectFigures(Ledger ledger, CurrentFigures figures, KpiStore store) {
        this.ledger = ledger;
        this.figures = figures;
        this.store = store;
    }

    public String propose(
            Scope scope,
            Request request,
            String kpiId,
            String periodName,
            int supersedes,
            Intake.Raw raw,
            String reason) {
        scope.require(Activity.PROPOSE_CORRECTION);
        String why = Terms.reason(reason);
        return ledger.write(scope, request, edit -> {
                    Kpi kpi = edit.requireLive(kpiId);
                    Period period = Terms.period("period", periodName, kpi.frequency());
                    Figure figure = figure(kpi, raw);
                    Measurement current = current(edit, kpi, period);
                    requireSense(edit, current, supersedes, figure);
                    String id = Ids.of(scope.partnership(), request.key());
                    Correction correction = new Correction(
                            id,
                            kpiId,
                            period,
                            supersedes,
                            figure,
                            figure.in(kpi.definition().unit()),
                            Proposal.open(edit.actor(), edit.at(), why));
                    List<Correction> waiting = new ArrayList<>(edit.before().waiting());
                    waiting.add(correction);
                    edit.waiting(waiting);
                    edit.audit(
                            "kpi.correction.proposed",
                            Names.correction(scope.partnership(), kpiId, id),
                            AuditText.of(current),
                            AuditText.of(correction),
                            why);
                    return id;
                })
                .result();
    }

    public String decide(
            Scope scope, Request request, String kpiId, String id, Decision.Verdict verdict, String reason) {
        if (!scope.may(Activity.APPROVE_CORRECTION)) {
            scope.require(Activity.APPROVE_CORRECTION);
        }
        String why = verdict == Decision.Verdict.REJECTED ? Terms.reason(reason) : Terms.remark(reason);
        return ledger.write(scope, request, edit -> {
                    Kpi kpi = edit.requireLive(kpiId);
                    String name = Names.correction(scope.partnership(), kpiId, id);
                    Correction correction = waiting(edit, kpiId, id, name);
                    scope.require(
                            Activity.APPROVE_CORRECTION, correction.proposal().by());
                    Measurement current = current(edit, kpi, correction.period());
                    if (verdict == Decision.Verdict.ACCEPTED) {
                        edit.record(corrected(edit, kpi, correction, current));
                    }
                    edit.waiting(edit.before().waiting().stream()
                            .filter(other -> !other.id().equals(id))
                            .toList());
                    edit.decided(correction.decided(new Decision(verdict, edit.actor(), edit.at(), why)));
                    edit.audit(
                            verdict == Decision.Verdict.ACCEPTED
                                    ? "kpi.correction.approved"
                                    : "kpi.correction.rejected",
                            name,
                            AuditText.of(current),
                            AuditText.of(correction),
                            why);
                    return id;
                })
                .result();
    }

    private static Measurement corrected(Edit edit, Kpi kpi, Correction correction, Measurement current) {
        if (current.revision() != correction.supersedes()) {
            throw Refusal.precondition(
                    "correction.overtaken",
                    "Another figure became current since this was proposed. Reject it and propose again.");
        }
        return new Measurement(
                kpi.id(),
                correction.period(),
                current.revision() + 1,
                correction.figure(),
                correction.value(),
                correction.proposal().by(),
                edit.at(),
                Origin.BY_HAND,
                correction.proposal().reason(),
                Optional.of(edit.actor()));
    }

    private Correction waiting(Edit edit, String kpi, String id, String name) {
        return edit.before().waiting().stream()
                .filter(correction ->
                        correction.id().equals(id) && correction.kpi().equals(kpi))
                .findFirst()
                .orElseThrow(() -> store.correction(edit.scope(), id)
                        .filter(decided -> decided.kpi().equals(kpi))
                        .map(decided ->
                                Refusal.precondition("correction.decided", "This correction was decided already."))
                        .orElseGet(() -> Refusal.notFound(name)));
    }

    private Measurement current(Edit edit, Kpi kpi, Period period) {
        Measurement current =
                figures.of(edit.scope(), kpi.id(), edit.before().changedAt()).get(period);
        if (current == null) {
            throw Refusal.precondition(
                    "figure.missing", "There is no figure for " + period.name() + " yet: record it.");
        }
        return current;
    }

    private static Figure figure(Kpi kpi, Intake.Raw raw) {
        if (kpi.definition().derived()) {
            throw Refusal.precondition(
                    "kpi.derived", "This KPI is computed from its steps. Correct the step that is wrong.");
        }
        List<Violation> violations = new ArrayList<>();
        Optional<Figure> figure = new FigureIntake(violations).figure(raw, Optional.of(kpi.definition()));
        return figure.orElseThrow(() -> Refusal.of(
                Reason.INVALID_FIELD,
                violations.stream()
                        .map(wrong -> new Violation("figure." + wrong.field(), wrong.rule(), wrong.message()))
                        .toList()));
    }

    private static void requireSense(Edit edit, Measurement current, int supersedes, Figure figure) {
        if (current.revision() != supersedes) {
            throw Refusal.staleRevision(
                    Names.measurement(edit.scope().partnership(), current.kpi(), current.period(), supersedes));
        }
        if (current.figure().equals(figure)) {
            throw Refusal.invalid("figure", "correction.same", "This is the figure that is there already.");
        }
        boolean another = edit.before().waiting().stream()
                .anyMatch(waiting ->
                        waiting.kpi().equals(current.kpi()) && waiting.period().equals(current.period()));
        if (another) {
            throw Refusal.precondition(
                    "correction.waiting", "A correction of this figure waits already. Have it decided first.");
        }
        if (edit.before().waiting().size() >= MAX_WAITING) {
            throw Refusal.of(
                    Reason.LIMIT_REACHED,
                    "corrections.too_many_waiting",
                    MAX_WAITING + " corrections wait already. Have them decided first.");
        }
    }
}
