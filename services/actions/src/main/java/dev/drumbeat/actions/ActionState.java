package dev.drumbeat.actions;

/** Where an action stands. It follows from the facts, see {@link ActionStanding#state()}. */
public enum ActionState {
    OPEN,
    AGREED,
    CONTAINED,
    ROOT_CAUSE_FOUND,
    PLANNED,
    IMPLEMENTED,
    VERIFYING,
    CLOSED,
    REOPENED,
    VOIDED;

    /** Whether nothing more is to be done. */
    public boolean isFinal() {
        return this == CLOSED || this == VOIDED;
    }

    /** Whether somebody has it and has not done everything yet, so that it can be overdue. */
    public boolean isAtWork() {
        return this == AGREED || this == CONTAINED || this == ROOT_CAUSE_FOUND || this == PLANNED;
    }

    /** Whether the steps are done and the data are waited for. */
    public boolean isWatched() {
        return this == IMPLEMENTED || this == VERIFYING;
    }

    /** Whether it waits for an owner and a due date. */
    public boolean isUnowned() {
        return this == OPEN || this == REOPENED;
    }
}
