package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.cadence.schedule.Schedule;
import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Meetings that come again. A schedule that changes holds from then on; what was before stays as it was planned.
 *
 * @param id unique within the partnership
 * @param partnership {@code partnerships/{partnership}}
 * @param segments oldest first, at least one
 * @param endedAt no meeting starts from then on; null while it goes on
 * @param judgedUntil every meeting that could be missed before is either known or marked
 */
public record Series(
        String id,
        String partnership,
        SeriesKind kind,
        String displayName,
        List<Segment> segments,
        boolean byDefault,
        @Nullable Instant endedAt,
        String endedReason,
        Actor createdBy,
        Instant createdAt,
        Instant judgedUntil) {
    /** A schedule that holds for meetings that start from a moment on. */
    public record Segment(Instant from, Schedule schedule) {}

    public Series {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a series has a schedule");
        }
    }

    public static Series of(
            String id,
            String partnership,
            SeriesKind kind,
            String displayName,
            Schedule schedule,
            Actor createdBy,
            Instant createdAt) {
        return new Series(
                id,
                partnership,
                kind,
                displayName,
                List.of(new Segment(createdAt, schedule)),
                createdBy.subject().startsWith("services/"),
                null,
                "",
                createdBy,
                createdAt,
                createdAt);
    }

    /** The schedule that holds now or last held. */
    public Schedule schedule() {
        return segments.getLast().schedule();
    }

    public String name() {
        return Names.series(partnership, id);
    }

    /** What is planned to start within a range, whatever became of it. */
    public List<Occurrence> occurrences(RecurrenceRules rules, Instant from, Instant to) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Instant begin = later(from, segment.from());
            Instant end = earlier(to, endOf(i));
            if (begin.isBefore(end)) {
                segment.schedule()
                        .starts(rules, begin, end)
                        .forEach(start -> occurrences.add(Occurrence.of(this, segment.schedule(), start)));
            }
        }
        return occurrences;
    }

    /** The first one planned to start at or after a moment. */
    public Optional<Occurrence> next(RecurrenceRules rules, Instant from) {
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Instant end = endOf(i);
            Optional<Occurrence> found = segment.schedule()
                    .next(rules, later(from, segment.from()))
                    .filter(start -> start.isBefore(end))
                    .map(start -> Occurrence.of(this, segment.schedule(), start));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The one of that id. */
    public Optional<Occurrence> occurrence(RecurrenceRules rules, String meeting) {
        return Occurrence.startOf(id, meeting)
                .flatMap(start ->
                        occurrences(rules, start, start.plusSeconds(1)).stream().findFirst());
    }

    public Series rescheduled(Schedule schedule, Instant from) {
        List<Segment> next = new ArrayList<>(segments);
        next.add(new Segment(from, schedule));
        return with(displayName, next, endedAt, endedReason, judgedUntil);
    }

    public Series renamed(String name) {
        return with(name, segments, endedAt, endedReason, judgedUntil);
    }

    public Series ended(Instant at, String reason) {
        return with(displayName, segments, at, reason, judgedUntil);
    }

    public Series judged(Instant until) {
        return with(displayName, segments, endedAt, endedReason, until);
    }

    private Series with(
            String name, List<Segment> nextSegments, @Nullable Instant ended, String reason, Instant judged) {
        return new Series(
                id, partnership, kind, name, nextSegments, byDefault, ended, reason, createdBy, createdAt, judged);
    }

    private Instant endOf(int segment) {
        Instant end = segment + 1 < segments.size() ? segments.get(segment + 1).from() : Instant.MAX;
        return endedAt == null ? end : earlier(end, endedAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
