package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.Schedule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A meeting as its series plans it. Its id is made of the series and the planned start, so that it is the same for everybody
 * before anything is stored about it, and stays the same when it is moved.
 */
public record Occurrence(Series series, String meeting, Instant startsAt, Instant endsAt, String timeZone) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyyMMdd't'HHmm'z'");

    public static Occurrence of(Series series, Schedule schedule, Instant start) {
        return new Occurrence(
                series, id(series.id(), start), start, start.plus(schedule.duration()), schedule.timeZone());
    }

    public static String id(String series, Instant start) {
        return series + "-" + start.atOffset(ZoneOffset.UTC).format(FORM);
    }

    /** The id of the series in a meeting's id. */
    public static Optional<String> seriesOf(String meeting) {
        int cut = meeting.lastIndexOf('-');
        return cut < 1 ? Optional.empty() : Optional.of(meeting.substring(0, cut));
    }

    static Optional<Instant> startOf(String series, String meeting) {
        if (!meeting.startsWith(series + "-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(meeting.substring(series.length() + 1), FORM)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Until when it can be started. */
    public Instant missedAt() {
        return missedAt(endsAt);
    }

    static Instant missedAt(Instant endsAt) {
        return endsAt.plus(Meeting.GRACE);
    }
}
