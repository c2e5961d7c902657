package dev.drumbeat.actions;

import java.time.Duration;
import java.time.Period;

/** The escalation ladder: what is waited for, how long, and who hears of it. */
public enum Rung {
    UNOWNED_OPS,
    UNOWNED_LEADERS,
    OVERDUE_LEADERS,
    OVERDUE_PORTFOLIO;

    /** How long an action may be unowned before the first and the second rung. */
    public static final Duration UNOWNED_FIRST = Duration.ofHours(24);

    public static final Duration UNOWNED_SECOND = Duration.ofHours(72);

    /** Calendar days past due before the first and the second rung. */
    public static final Period OVERDUE_FIRST = Period.ofDays(2);

    public static final Period OVERDUE_SECOND = Period.ofDays(7);

    /** Whether both sides' LEADERs hear of it; else both sides' OPS do. */
    public boolean isForLeaders() {
        return this != UNOWNED_OPS;
    }
}
