package dev.drumbeat.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Figures of one action. Times are counted from when the red was recorded; with an action by hand from its opening.
 *
 * @param toOwner to the first agreement; empty while there is none
 * @param unowned nobody had it, in all openings together, until now
 * @param toContain to the first containment
 * @param toClose to closing
 * @param slips agreed due dates that were moved later
 * @param overdueDays calendar days past due today in the partnership's zone; 0 when not
 */
public record ActionFigures(
        Optional<Duration> toOwner,
        Duration unowned,
        Optional<Duration> toContain,
        Optional<Duration> toClose,
        int slips,
        int recurrences,
        int overdueDays) {

    public static ActionFigures of(CorrectiveAction action, Instant now) {
        ActionStanding standing = action.standing();
        Instant opened = action.opening().since();
        return new ActionFigures(
                standing.agreements().stream()
                        .findFirst()
                        .flatMap(OwnerProposal::agreedAt)
                        .map(agreed -> Duration.between(opened, agreed)),
                standing.unowned().stream()
                        .map(stretch -> Duration.between(
                                stretch.since(), stretch.until().orElse(now)))
                        .reduce(Duration.ZERO, Duration::plus),
                standing.firstContainedAt().map(at -> Duration.between(opened, at)),
                standing.closedAt().map(at -> Duration.between(opened, at)),
                slips(standing.agreements()),
                standing.recurrences(),
                overdueDays(action, now));
    }

    /** A due date is kept until the end of its day where the partnership counts its days. */
    public static int overdueDays(CorrectiveAction action, Instant now) {
        ActionStanding standing = action.standing();
        return standing.state().isAtWork()
                ? standing.dueDate()
                        .map(due -> overdueDays(due, action.today(now)))
                        .orElse(0)
                : 0;
    }

    /** Of work that is not done yet; 0 up to the end of the due day. */
    public static int overdueDays(LocalDate due, LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    private static int slips(List<OwnerProposal> agreements) {
        int slips = 0;
        for (int i = 1; i < agreements.size(); i++) {
            if (agreements.get(i).dueDate().isAfter(agreements.get(i - 1).dueDate())) {
                slips++;
            }
        }
        return slips;
    }
}
