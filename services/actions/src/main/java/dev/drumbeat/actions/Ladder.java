package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rungs of the escalation ladder that an action has not recorded yet. A rung is reached once for what it is counted from (the
 * moment it became unowned, or the due date), however often and wherever this is asked.
 */
public final class Ladder {
    private Ladder() {}

    /**
     * @param metAt when the rule is met; may lie ahead
     * @param basis what it is counted from
     */
    public record Next(Rung rung, Instant metAt, String basis) {
        Fact.Escalated fact(Instant at, Actor by, List<String> notified) {
            return new Fact.Escalated(at, by, rung, metAt, basis, notified);
        }
    }

    /** Those whose rule is met, in the order in which it was. */
    public static List<Next> met(CorrectiveAction action, Instant now) {
        return unrecorded(action).stream()
                .filter(next -> !next.metAt().isAfter(now))
                .toList();
    }

    /** When to look again; empty when nothing more can be met as it stands. */
    public static Optional<Instant> nextAt(CorrectiveAction action) {
        return unrecorded(action).stream().map(Next::metAt).findFirst();
    }

    private static List<Next> unrecorded(CorrectiveAction action) {
        ActionStanding standing = action.standing();
        List<Next> rungs = new ArrayList<>();
        standing.unownedSince().ifPresent(since -> {
            rungs.add(unowned(standing, Rung.UNOWNED_OPS, since));
            rungs.add(unowned(standing, Rung.UNOWNED_LEADERS, since));
        });
        if (standing.state().isAtWork()) {
            standing.dueDate().ifPresent(due -> {
                rungs.add(overdue(action, standing, Rung.OVERDUE_LEADERS, due));
                rungs.add(overdue(action, standing, Rung.OVERDUE_PORTFOLIO, due));
            });
        }
        return rungs.stream()
                .filter(rung -> !isRecorded(action, rung))
                .sorted(Comparator.comparing(Next::metAt))
                .toList();
    }

    private static Next unowned(ActionStanding standing, Rung rung, Instant since) {
        Instant metAt = since.plus(standing.ladderTimes().unownedFor(rung));
        return new Next(rung, notBeforeItsLadder(standing, metAt), since.toString());
    }

    /** Two days overdue is it from the first moment of the second day after the due day on. */
    private static Next overdue(CorrectiveAction action, ActionStanding standing, Rung rung, LocalDate due) {
        LocalDate day = due.plus(standing.ladderTimes().overdueFor(rung));
        Instant metAt = day.atStartOfDay(action.zone()).toInstant();
        return new Next(rung, notBeforeItsLadder(standing, metAt), due.toString());
    }

    /** What a shorter ladder finds to be late was not late before there was that ladder. */
    private static Instant notBeforeItsLadder(ActionStanding standing, Instant metAt) {
        return standing.ladder()
                .map(Fact.LadderChanged::since)
                .filter(metAt::isBefore)
                .orElse(metAt);
    }

    private static boolean isRecorded(CorrectiveAction action, Next next) {
        return action.facts().stream()
                .anyMatch(fact -> fact instanceof Fact.Escalated escalated
                        && escalated.rung() == next.rung()
                        && escalated.basis().equals(next.basis()));
    }
}
