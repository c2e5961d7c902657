package dev.drumbeat.cadence;

/** Where a meeting is. SCHEDULED or MOVED, then IN_PROGRESS, then HELD; or MISSED; or CANCELLED. */
public enum MeetingState {
    SCHEDULED,
    /** As SCHEDULED, at another time than its series says. */
    MOVED,
    IN_PROGRESS,
    HELD,
    MISSED,
    CANCELLED;

    public boolean isWaiting() {
        return this == SCHEDULED || this == MOVED;
    }

    /** Nothing on it changes any more but what becomes of its commitments. */
    public boolean isOver() {
        return this == HELD || this == MISSED || this == CANCELLED;
    }
}
