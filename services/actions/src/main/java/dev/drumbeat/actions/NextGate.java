package dev.drumbeat.actions;

/** What is asked for next, in words. */
public final class NextGate {
    private NextGate() {}

    /** Empty when nothing more is to be done. */
    public static String of(CorrectiveAction action) {
        ActionStanding standing = action.standing();
        return switch (standing.state()) {
            case OPEN, REOPENED -> "Agree on an owner and a due date: the owner and the other side both accept.";
            case AGREED -> "Say what protects the customer now (D3 containment).";
            case CONTAINED -> "Find why it happened and why it was not caught (D4 root causes).";
            case ROOT_CAUSE_FOUND -> "Plan at least one step with an owner and a due date (D5).";
            case PLANNED -> "Complete the steps; " + standing.openSteps().size() + " to go (D6).";
            case IMPLEMENTED -> "Wait for the first period that starts after the steps were done.";
            case VERIFYING ->
                standing.isClosingEarned()
                        ? "Accept the closing (D8)."
                        : standing.periodsPassed().size() + " of " + action.verifyPeriods()
                                + " periods in a row are not red; closing is earned by all of them.";
            case CLOSED, VOIDED -> "";
        };
    }
}
