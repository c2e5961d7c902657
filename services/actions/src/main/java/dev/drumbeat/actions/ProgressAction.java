package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Takes an action through its disciplines, from containment to closing; each gate says what is missing. */
public final class ProgressAction {
    private static final int MIN_TEXT = 10;
    private static final int MAX_TEXT = 4_000;
    private static final int MIN_WHY = 5;
    private static final int MAX_WHY = 500;
    private static final int MAX_REASON = 1_000;

    private final ActionLedger ledger;
    private final People people;

    public ProgressAction(ActionLedger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    /** D3. Before owner and due date are agreed it is kept, and counts from then on. */
    public Versioned<CorrectiveAction> contain(
            Scope scope, Request request, String action, long revision, String text) {
        return step(scope, request, action, revision, "action.contained", (before, standing, at) -> {
            Gates.requireContainable(standing, scope);
            Validation validation = new Validation();
            String good = validation.text("text", text, MIN_TEXT, MAX_TEXT);
            validation.orRefuse();
            return List.of(new Fact.Contained(at, scope.actor(), good));
        });
    }

    /** D4. */
    public Versioned<CorrectiveAction> findRootCause(
            Scope scope,
            Request request,
            String action,
            long revision,
            List<String> occurrenceWhys,
            List<String> escapeWhys) {
        return step(scope, request, action, revision, "action.root_cause_found", (before, standing, at) -> {
            Gates.requireExplainable(standing, scope);
            Gates.requireChain("occurrence_whys", "why it happened", occurrenceWhys);
            Gates.requireChain("escape_whys", "why it was not caught", escapeWhys);
            Validation validation = new Validation();
            List<String> occurrence = chain(validation, "occurrence_whys", occurrenceWhys);
            List<String> escape = chain(validation, "escape_whys", escapeWhys);
            validation.orRefuse();
            return List.of(new Fact.RootCauseFound(at, scope.actor(), occurrence, escape));
        });
    }

    /** D5. All steps are given; those that are done stay as they are. */
    public Versioned<CorrectiveAction> plan(
            Scope scope, Request request, String action, long revision, List<PlannedStep> steps) {
        return step(scope, request, action, revision, "action.planned", (before, standing, at) -> {
            Gates.requirePlannable(standing, scope);
            List<Step> plan = new StepPlan(before, standing, people.on(scope.partnership()), at).of(steps);
            return List.of(new Fact.StepsPlanned(at, scope.actor(), plan));
        });
    }

    /** D6. */
    public Versioned<CorrectiveAction> completeStep(
            Scope scope, Request request, String action, long revision, String stepId) {
        return step(scope, request, action, revision, "action.step_completed", (before, standing, at) -> {
            Gates.requireDoable(standing, scope);
            if (standing.steps().stream().noneMatch(step -> step.id().equals(stepId))) {
                throw Refusal.invalid(
                        "step_id", "step.unknown", "There is no such step in the plan: name one of its ids.");
            }
            if (standing.completion(stepId).isPresent()) {
                throw Refusal.precondition("step.done", "This step is done already; nothing more is needed.");
            }
            return List.of(new Fact.StepCompleted(at, scope.actor(), stepId));
        });
    }

    /** D8: what the data have earned, somebody has to accept who does not answer for it. */
    public Versioned<CorrectiveAction> acceptClosure(Scope scope, Request request, String action, long revision) {
        return step(scope, request, action, revision, "action.closed", (before, standing, at) -> {
            Gates.requireClosable(before, standing, scope);
            return List.of(new Fact.ClosureAccepted(at, scope.actor()));
        });
    }

    /** Takes back what was opened by hand. */
    public Versioned<CorrectiveAction> withdraw(
            Scope scope, Request request, String action, long revision, String reason) {
        return step(scope, request, action, revision, "action.voided", (before, standing, at) -> {
            Gates.requireWithdrawable(before, standing, scope);
            Validation validation = new Validation();
            String why = validation.text("reason", reason, MIN_WHY, MAX_REASON);
            validation.orRefuse();
            return List.of(new Fact.Withdrawn(at, scope.actor(), why));
        });
    }

    private Versioned<CorrectiveAction> step(
            Scope scope, Request request, String action, long revision, String step, ActionLedger.Decision decision) {
        return ledger.change(scope, request, action, OptionalLong.of(revision), step, decision);
    }

    private static List<String> chain(Validation validation, String field, List<String> whys) {
        List<String> good = new ArrayList<>();
        for (int i = 0; i < whys.size(); i++) {
            good.add(validation.text(field + "[" + i + "]", whys.get(i), MIN_WHY, MAX_WHY));
        }
        return good;
    }
}
