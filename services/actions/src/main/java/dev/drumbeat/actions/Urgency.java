package dev.drumbeat.actions;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where an action stands in a list that has the worst first, as text that sorts: longest unowned, then by due date, then what is
 * only watched, then the latest closed. It depends on facts alone and not on the clock, so an index can keep it.
 */
public final class Urgency {
    /** Sorts after everything that is neither closed nor voided. */
    public static final String OVER = "3";

    private static final long LATEST_MILLIS = 9_999_999_999_999L;

    private Urgency() {}

    public static String of(CorrectiveAction action) {
        ActionStanding standing = action.standing();
        String key = switch (standing.state()) {
            case OPEN, REOPENED ->
                "0|" + millis(standing.unownedSince().orElse(action.opening().since()));
            case AGREED, CONTAINED, ROOT_CAUSE_FOUND, PLANNED -> "1|" + due(standing);
            case IMPLEMENTED, VERIFYING -> "2|" + due(standing);
            case CLOSED -> OVER + "|" + latestFirst(standing.closedAt().orElse(action.changedAt()));
            case VOIDED -> "4|" + latestFirst(action.changedAt());
        };
        return key + "|" + "%08d".formatted(action.number());
    }

    /** By due date, agreed or only proposed; without one last. */
    public static String byDueDate(CorrectiveAction action) {
        ActionStanding standing = action.standing();
        return standing.dueDate()
                        .or(() -> standing.proposal().map(OwnerProposal::dueDate))
                        .map(LocalDate::toString)
                        .orElse("9999-12-31")
                + "|" + action.name();
    }

    private static String due(ActionStanding standing) {
        return standing.dueDate().map(LocalDate::toString).orElse("9999-12-31");
    }

    private static String millis(Instant moment) {
        return "%013d".formatted(moment.toEpochMilli());
    }

    private static String latestFirst(Instant moment) {
        return "%013d".formatted(LATEST_MILLIS - moment.toEpochMilli());
    }
}
