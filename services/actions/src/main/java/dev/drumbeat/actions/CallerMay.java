package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a caller may do with an action now: asked of the very gates that a step has to pass. */
public final class CallerMay {
    private CallerMay() {}

    /** Names of the contract's methods, in the order in which an action goes on. */
    public static List<String> with(CorrectiveAction action, Scope scope, Instant now) {
        ActionStanding standing = action.standing();
        List<String> may = new ArrayList<>();
        note(may, "ProposeOwner", () -> Gates.requireProposable(standing, scope));
        note(may, "AcceptOwner", () -> Gates.requireAcceptable(action, standing, scope, now));
        note(may, "RecordContainment", () -> Gates.requireContainable(standing, scope));
        note(may, "RecordRootCause", () -> Gates.requireExplainable(standing, scope));
        note(may, "PlanSteps", () -> Gates.requirePlannable(standing, scope));
        note(may, "CompleteStep", () -> Gates.requireDoable(standing, scope));
        note(may, "AcceptClosure", () -> Gates.requireClosable(action, standing, scope));
        note(may, "VoidAction", () -> Gates.requireWithdrawable(action, standing, scope));
        note(may, "AddComment", () -> scope.require(Activity.COMMENT));
        note(may, "AddEvidence", () -> scope.require(Activity.COMMENT));
        return List.copyOf(may);
    }

    private static void note(List<String> may, String method, Runnable gate) {
        try {
            gate.run();
            may.add(method);
        } catch (Refusal refusal) {
            // Not now.
        }
    }
}
