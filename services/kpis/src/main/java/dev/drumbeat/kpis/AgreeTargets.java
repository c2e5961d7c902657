package dev.drumbeat.kpis;

import dev.drumbeat.kpis.spc.Direction;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import java.util.function.Function;

/** What a KPI must reach is agreed by both sides: one proposes, the other's LEADER decides. Each method gives the target's id. */
public final class AgreeTargets {
    private static final int MAX_WAITING = 10;

    private final Ledger ledger;

    public AgreeTargets(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param readBounds reads the bounds as the KPI's direction wants them, or refuses */
    public String propose(
            Scope scope,
            Request request,
            String kpiId,
            String fromPeriod,
            Function<Direction, TargetBounds> readBounds,
            String reason) {
        scope.require(Activity.PROPOSE_TERMS);
        String why = Terms.reason(reason);
        return ledger.write(scope, request, edit -> {
                    Kpi kpi = edit.requireLive(kpiId);
                    Period from = Terms.period("from_period", fromPeriod, kpi.frequency());
                    TargetBounds bounds = readBounds.apply(kpi.definition().direction());
                    long waiting = kpi.targets().stream()
                            .filter(target -> target.proposal().waiting())
                            .count();
                    if (waiting >= MAX_WAITING) {
                        throw Refusal.of(
                                Reason.LIMIT_REACHED,
                                "targets.too_many_waiting",
                                "Ten targets of this KPI wait already. Have them decided first.");
                    }
                    String id = Ids.of(scope.partnership(), request.key());
                    Target target = new Target(id, from, bounds, Proposal.open(edit.actor(), edit.at(), why));
                    edit.put(kpi.with(target));
                    edit.audit(
                            "kpi.target.proposed",
                            Names.target(scope.partnership(), kpiId, id),
                            "",
                            AuditText.of(target),
                            why);
                    return id;
                })
                .result();
    }

    public String decide(
            Scope scope, Request request, String kpiId, String targetId, Decision.Verdict verdict, String reason) {
        requireSigner(scope);
        String why = verdict == Decision.Verdict.REJECTED ? Terms.reason(reason) : Terms.remark(reason);
        return ledger.write(scope, request, edit -> {
                    Kpi kpi = edit.requireLive(kpiId);
                    String name = Names.target(scope.partnership(), kpiId, targetId);
                    Target target = kpi.targets().stream()
                            .filter(known -> known.id().equals(targetId))
                            .findFirst()
                            .orElseThrow(() -> Refusal.notFound(name));
                    scope.require(Activity.SIGN_TERMS, target.proposal().by());
                    scope.requireOtherSide(target.proposal().by());
                    if (!target.proposal().waiting()) {
                        throw Refusal.precondition(
                                "target.decided", "This target was decided already. Propose another to change it.");
                    }
                    String before = kpi.boundsFor(target.from())
                            .map(bounds -> AuditText.of(new Target("", target.from(), bounds, target.proposal())))
                            .orElse("");
                    edit.put(kpi.with(target.decided(new Decision(verdict, edit.actor(), edit.at(), why))));
                    edit.audit(
                            verdict == Decision.Verdict.ACCEPTED ? "kpi.target.accepted" : "kpi.target.rejected",
                            name,
                            before,
                            AuditText.of(target),
                            why);
                    return targetId;
                })
                .result();
    }

    /** Whose role never signs is told so before anything is looked up. */
    private static void requireSigner(Scope scope) {
        if (!scope.may(Activity.SIGN_TERMS)) {
            scope.require(Activity.SIGN_TERMS);
        }
    }
}
