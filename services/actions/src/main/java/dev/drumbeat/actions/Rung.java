package dev.drumbeat.actions;

/** The escalation ladder: what is waited for, and who hears of it; {@link LadderTimes} says after how long. */
public enum Rung {
    UNOWNED_OPS,
    UNOWNED_LEADERS,
    OVERDUE_LEADERS,
    OVERDUE_PORTFOLIO;

    /** Whether both sides' LEADERs hear of it; else both sides' OPS do. */
    public boolean isForLeaders() {
        return this != UNOWNED_OPS;
    }
}
