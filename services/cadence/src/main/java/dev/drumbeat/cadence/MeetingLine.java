package dev.drumbeat.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * As much of a meeting as lists and figures need.
 *
 * @param bothSides whether both were there
 * @param changes how often it was moved or cancelled, so that calendars take the newer entry
 * @param promises its commitments, without their words
 */
public record MeetingLine(
        String partnership,
        String id,
        String series,
        String seriesName,
        SeriesKind kind,
        String timeZone,
        MeetingState state,
        Instant plannedFor,
        Instant startsAt,
        Instant endsAt,
        boolean bothSides,
        boolean onTime,
        long changes,
        List<Promise> promises) {
    /** A commitment: whether it is open, when it is due, whether it was due by now, whether it was kept. */
    public record Promise(boolean open, LocalDate due, LocalDate firstDue, boolean kept, boolean dropped) {
        static Promise of(Commitment commitment) {
            return new Promise(
                    commitment.isOpen(),
                    commitment.due(),
                    commitment.firstDue(),
                    commitment.wasKept(),
                    commitment.state() == Commitment.State.DROPPED);
        }
    }

    public static MeetingLine of(Meeting meeting) {
        return new MeetingLine(
                meeting.partnership(),
                meeting.id(),
                meeting.series(),
                meeting.seriesName(),
                meeting.kind(),
                meeting.timeZone(),
                meeting.state(),
                meeting.plannedFor(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.bothSidesPresent(),
                meeting.isOnTime(),
                meeting.rearranged(),
                meeting.commitments().stream().map(Promise::of).toList());
    }
}
