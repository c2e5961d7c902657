package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody promised in a meeting. It comes back until it is done.
 *
 * @param id unique within the partnership
 * @param item the agenda item it came of; empty when it came of none
 * @param due in the partnership's zone
 * @param closedAt when it was done or dropped; null while open
 * @param closedOn the same as a day in the partnership's zone, which says whether it was kept
 * @param reason why it was dropped or changed last; may be empty
 */
public record Commitment(
        String id,
        String item,
        String text,
        Participant owner,
        LocalDate due,
        LocalDate firstDue,
        State state,
        @Nullable Instant closedAt,
        @Nullable LocalDate closedOn,
        @Nullable Actor closedBy,
        String reason,
        Actor takenBy,
        Instant takenAt,
        long revision) {
    /** What became of it. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    public static Commitment taken(
            String id, String item, String text, Participant owner, LocalDate due, Actor by, Instant at) {
        return new Commitment(id, item, text, owner, due, due, State.OPEN, null, null, null, "", by, at, 1);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whole days past due; 0 when not, or no longer open. */
    public int overdueDays(LocalDate today) {
        return isOpen() ? (int) Math.max(0, ChronoUnit.DAYS.between(due, today)) : 0;
    }

    /** Whether it was due by then: what is open and not yet due says nothing about being kept. */
    public boolean wasDue(LocalDate today) {
        return switch (state) {
            case OPEN -> due.isBefore(today);
            case DONE -> true;
            case DROPPED -> closedOn != null && closedOn.isAfter(due);
        };
    }

    /** Done on the day it was first due, or before. A date that was moved does not make it kept. */
    public boolean wasKept() {
        return state == State.DONE && closedOn != null && !closedOn.isAfter(firstDue);
    }

    Commitment changed(String nextText, Participant nextOwner, LocalDate nextDue, String why) {
        return new Commitment(
                id,
                item,
                nextText,
                nextOwner,
                nextDue,
                firstDue,
                state,
                closedAt,
                closedOn,
                closedBy,
                why,
                takenBy,
                takenAt,
                revision + 1);
    }

    Commitment closed(State next, Instant at, LocalDate on, Actor by, String why) {
        return new Commitment(
                id, item, text, owner, due, firstDue, next, at, on, by, why, takenBy, takenAt, revision + 1);
    }

    Commitment reopened(String why) {
        return new Commitment(
                id,
                item,
                text,
                owner,
                due,
                firstDue,
                State.OPEN,
                null,
                null,
                null,
                why,
                takenBy,
                takenAt,
                revision + 1);
    }
}
