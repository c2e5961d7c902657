package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Grant;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What has to be there before an action may go on; each refusal names its rule and says what to do. */
final class Gates {
    static final int MIN_WHYS = 2;
    static final int MAX_WHYS = 7;
    private static final int MAX_YEARS = 2;

    private Gates() {}

    static void requireContainable(ActionStanding standing, Scope scope) {
        scope.require(Activity.PROGRESS_ACTION);
        requireLive(standing);
        requireNotImplemented(standing);
    }

    static void requireExplainable(ActionStanding standing, Scope scope) {
        scope.require(Activity.PROGRESS_ACTION);
        requireContained(standing);
        requireNotImplemented(standing);
    }

    static void requirePlannable(ActionStanding standing, Scope scope) {
        scope.require(Activity.PROGRESS_ACTION);
        requireRootCause(standing);
        requireNotImplemented(standing);
    }

    static void requireDoable(ActionStanding standing, Scope scope) {
        scope.require(Activity.PROGRESS_ACTION);
        requirePlan(standing);
    }

    static void requireProposable(ActionStanding standing, Scope scope) {
        scope.require(Activity.PROGRESS_ACTION);
        requireLive(standing);
        requireNotImplemented(standing);
    }

    static void requireClosable(CorrectiveAction action, ActionStanding standing, Scope scope) {
        if (scope.grant(Activity.ACCEPT_CLOSURE) == Grant.NOT_OWN && isOwner(standing, scope)) {
            throw Refusal.notAllowed(
                    "closure.own",
                    "You answer for this action, so somebody else has to accept that it is done: ask the other side.");
        }
        if (!scope.may(Activity.ACCEPT_CLOSURE)) {
            scope.require(Activity.ACCEPT_CLOSURE);
        }
        requireEarned(action, standing);
    }

    private static boolean isOwner(ActionStanding standing, Scope scope) {
        return standing.agreed()
                .filter(agreed -> agreed.owner().person().equals(scope.caller().subject()))
                .isPresent();
    }

    static void requireLive(ActionStanding standing) {
        ActionState state = standing.state();
        if (state == ActionState.CLOSED) {
            throw Refusal.precondition(
                    "action.closed", "This action is closed. A new red within 90 days reopens it by itself.");
        }
        if (state == ActionState.VOIDED) {
            throw Refusal.precondition("action.voided", "This action is voided: " + standing.voidedReason());
        }
    }

    /** Nobody but the side that opened it by hand takes it back, and only before both agreed on it. */
    static void requireWithdrawable(CorrectiveAction action, ActionStanding standing, Scope scope) {
        scope.require(Activity.PROGRESS_ACTION);
        requireLive(standing);
        if (action.origin() != CorrectiveAction.Origin.BY_HAND) {
            throw Refusal.precondition(
                    "void.red",
                    "A red opened this action: it stays until the data have earned its closing, or a correction takes the red away.");
        }
        if (!standing.agreements().isEmpty()) {
            throw Refusal.precondition(
                    "void.agreed",
                    "Owner and due date were agreed by both sides; one side can't withdraw it any more.");
        }
        if (scope.side().isEmpty()
                || !scope.side().get().equals(action.opening().by().side())) {
            throw Refusal.notAllowed("void.other_side", "Only the side that opened this action can withdraw it.");
        }
    }

    /** The proposal that waits and that this person may accept now, with the part they would accept. */
    static Fact.OwnerAccepted.Part requireAcceptable(
            CorrectiveAction action, ActionStanding standing, Scope scope, Instant now) {
        scope.require(Activity.PROGRESS_ACTION);
        requireLive(standing);
        OwnerProposal proposal = standing.proposal()
                .orElseThrow(() ->
                        Refusal.precondition("proposal.none", "No proposal waits: propose an owner and a due date."));
        Fact.OwnerAccepted.Part part = proposal.part(scope.actor())
                .orElseThrow(
                        () -> Refusal.notAllowed(
                                "proposal.own_side",
                                "The owner has to accept, and somebody of the other side: a colleague of the owner can't for them."));
        if (!proposal.waitsFor(part)) {
            throw Refusal.precondition(
                    "proposal.accepted", "Your side has accepted already; the other one is waited for.");
        }
        requireNotPast("due_date", action, proposal.dueDate(), now);
        return part;
    }

    /** A due day counts where the partnership counts its days; today is not past. */
    static void requireNotPast(String field, CorrectiveAction action, LocalDate dueDate, Instant now) {
        LocalDate today = action.today(now);
        if (dueDate.isBefore(today)) {
            throw Refusal.invalid(
                    field,
                    "due_date.past",
                    "The due date " + dueDate + " has passed (today is " + today + " in " + action.zone()
                            + "): choose today or later.");
        }
        if (dueDate.isAfter(today.plusYears(MAX_YEARS))) {
            throw Refusal.invalid(
                    field,
                    "due_date.far",
                    "The due date is more than " + MAX_YEARS + " years away: choose an earlier one.");
        }
    }

    static void requireOwned(ActionStanding standing) {
        requireLive(standing);
        if (standing.state().isUnowned()) {
            throw Refusal.precondition(
                    "gate.owner", "Nobody has this action yet: agree owner and due date first, by both sides.");
        }
    }

    static void requireContained(ActionStanding standing) {
        requireOwned(standing);
        if (!standing.isContained()) {
            throw Refusal.precondition(
                    "gate.containment",
                    "Say first what protects the customer now (D3 containment); then look for the cause.");
        }
    }

    static void requireRootCause(ActionStanding standing) {
        requireContained(standing);
        if (standing.state() == ActionState.CONTAINED) {
            throw Refusal.precondition(
                    "gate.root_cause",
                    "Find both root causes first (D4): why it happened and why it was not caught. Steps without a cause are guesses.");
        }
    }

    static void requireNotImplemented(ActionStanding standing) {
        if (standing.implementedAt().isPresent()) {
            throw Refusal.precondition(
                    "action.implemented",
                    "All steps are done and the data are being watched. If it turns red again the action reopens by itself.");
        }
    }

    static void requirePlan(ActionStanding standing) {
        requireRootCause(standing);
        requireNotImplemented(standing);
        if (standing.state() == ActionState.ROOT_CAUSE_FOUND) {
            throw Refusal.precondition("gate.plan", "Plan at least one step with an owner and a due date first (D5).");
        }
    }

    static void requireEarned(CorrectiveAction action, ActionStanding standing) {
        requireLive(standing);
        if (!standing.isClosingEarned()) {
            throw Refusal.precondition(
                    "gate.verification",
                    standing.implementedAt().isEmpty()
                            ? "Closing is earned by data after all steps are done; this action is not there yet."
                            : "Closing is earned by data: " + action.verifyPeriods()
                                    + " periods in a row not red after the steps were done; so far there are "
                                    + standing.periodsPassed().size() + ".");
        }
    }

    /** The chain is long enough and ends in something that can be changed. */
    static void requireChain(String field, String what, List<String> whys) {
        if (whys.size() < MIN_WHYS || whys.size() > MAX_WHYS) {
            throw Refusal.invalid(
                    field,
                    "root_cause.chain_length",
                    "Ask " + MIN_WHYS + " to " + MAX_WHYS + " times " + what + "; these are " + whys.size() + ".");
        }
        String root = whys.getLast();
        if (Blame.isIn(root)) {
            throw Refusal.invalid(
                    field + "[" + (whys.size() - 1) + "]",
                    "root_cause.person_blamed",
                    "A person's error is not a root cause: blaming somebody changes nothing. Ask once more what made the error "
                            + "possible or likely, such as a missing check, an unclear instruction or a tool that allows it.");
        }
    }
}
