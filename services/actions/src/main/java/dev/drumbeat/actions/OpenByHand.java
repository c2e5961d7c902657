package dev.drumbeat.actions;

import dev.drumbeat.actions.CorrectiveAction.Opening;
import dev.drumbeat.actions.CorrectiveAction.Origin;
import dev.drumbeat.actions.CorrectiveAction.Topic;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Opens an action without a red, for what a lead sees coming. */
public final class OpenByHand {
    private static final int MIN_TITLE = 5;
    private static final int MAX_TITLE = 140;
    private static final int MIN_PROBLEM = 10;
    private static final int MAX_PROBLEM = 4_000;

    private final ActionLedger ledger;
    private final Scores scores;
    private final Trail trail;
    private final Clock clock;
    private final int verifyPeriods;

    public OpenByHand(ActionLedger ledger, Scores scores, Trail trail, Clock clock, int verifyPeriods) {
        this.ledger = ledger;
        this.scores = scores;
        this.trail = trail;
        this.clock = clock;
        this.verifyPeriods = verifyPeriods;
    }

    /** @param kpi {@code partnerships/{partnership}/kpis/{kpi}}; empty for an action about no KPI */
    public Versioned<CorrectiveAction> open(Scope scope, Request request, String title, String problem, String kpi) {
        Instant now = clock.instant();
        return trail.keepingRefusals(scope, request, now, "action.opened", scope.partnership(), () -> {
            scope.require(Activity.PROGRESS_ACTION);
            Validation validation = new Validation();
            String goodTitle = validation.line("title", title, MIN_TITLE, MAX_TITLE);
            String goodProblem = validation.text("problem", problem, MIN_PROBLEM, MAX_PROBLEM);
            validation.orRefuse();
            Scores.Kpi about = kpi.isEmpty()
                    ? new Scores.Kpi("", "", "")
                    : scores.kpi(scope.partnership(), kpi)
                            .orElseThrow(() -> Refusal.invalid(
                                    "kpi",
                                    "kpi.unknown",
                                    "There is no such KPI on this partnership: name one, or none."));
            CorrectiveAction action = new CorrectiveAction(
                    scope.partnership(),
                    Ids.of(scope.partnership(), request.key()),
                    1,
                    scope.facts().timeZone(),
                    Origin.BY_HAND,
                    new Topic(goodTitle, goodProblem, about.name(), about.displayName(), about.raciActivity()),
                    verifyPeriods,
                    new Opening(now, scope.actor(), now),
                    List.of());
            return ledger.open(action, request);
        });
    }
}
