package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Validation;
import java.time.Duration;
import java.time.Period;

/**
 * How long an action may wait before each rung of the ladder. The bounds see to it that no partnership can put its ladder away: an
 * action that nobody has reaches both LEADERs within a week, one that is late the portfolio within a month.
 *
 * @param unownedOpsHours without an owner, until both sides' OPS hear of it
 * @param unownedLeadersHours without an owner, until both sides' LEADERs do
 * @param overdueLeadersDays calendar days past due, until both sides' LEADERs hear of it
 * @param overduePortfolioDays calendar days past due, until it is marked on the portfolio
 */
public record LadderTimes(
        int unownedOpsHours, int unownedLeadersHours, int overdueLeadersDays, int overduePortfolioDays) {
    /** What every partnership begins with. */
    public static final LadderTimes DEFAULT = new LadderTimes(24, 72, 2, 7);

    private static final int MAX_UNOWNED_OPS_HOURS = 72;
    private static final int MAX_UNOWNED_LEADERS_HOURS = 168;
    private static final int MAX_OVERDUE_LEADERS_DAYS = 14;
    private static final int MAX_OVERDUE_PORTFOLIO_DAYS = 30;

    public Duration unownedFor(Rung rung) {
        return Duration.ofHours(rung == Rung.UNOWNED_OPS ? unownedOpsHours : unownedLeadersHours);
    }

    public Period overdueFor(Rung rung) {
        return Period.ofDays(rung == Rung.OVERDUE_LEADERS ? overdueLeadersDays : overduePortfolioDays);
    }

    void check(Validation validation) {
        within(validation, "unowned_ops_hours", unownedOpsHours, 1, MAX_UNOWNED_OPS_HOURS, "hours");
        within(
                validation,
                "unowned_leaders_hours",
                unownedLeadersHours,
                Math.min(unownedOpsHours, MAX_UNOWNED_OPS_HOURS) + 1,
                MAX_UNOWNED_LEADERS_HOURS,
                "hours");
        within(validation, "overdue_leaders_days", overdueLeadersDays, 1, MAX_OVERDUE_LEADERS_DAYS, "days");
        within(
                validation,
                "overdue_portfolio_days",
                overduePortfolioDays,
                Math.min(overdueLeadersDays, MAX_OVERDUE_LEADERS_DAYS) + 1,
                MAX_OVERDUE_PORTFOLIO_DAYS,
                "days");
    }

    private static void within(Validation validation, String field, int value, int atLeast, int atMost, String unit) {
        if (value < atLeast || value > atMost) {
            validation.add(
                    field,
                    "ladder.bounds",
                    "Choose " + atLeast + " to " + atMost + " " + unit
                            + ": each rung comes after the one before it, and none can be put away.");
        }
    }
}
