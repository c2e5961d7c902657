package dev.drumbeat.cadence;

import dev.drumbeat.cadence.agenda.Agenda;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One meeting, whole: everything that must change together. What is only planned has no document; it is {@link #planned} from its
 * series.
 *
 * @param id unique within the partnership
 * @param seriesName as it was when the meeting was last changed
 * @param timeZone IANA name
 * @param plannedFor when its series wanted it; differs from {@code startsAt} once it was moved
 * @param reason why it was moved or cancelled; empty otherwise
 * @param rearranged how often it was moved or cancelled
 * @param unresolvedReason why reds were left open; empty otherwise
 * @param minutes null until it is HELD
 * @param toMailSince since when its minutes wait to be written as mail; null when they don't
 */
public record Meeting(
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
        String reason,
        @Nullable Actor reasonBy,
        int rearranged,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        boolean recordedAfterwards,
        List<Attendance> attendances,
        Agenda agenda,
        List<Decision> decisions,
        List<Commitment> commitments,
        String unresolvedReason,
        @Nullable Minutes minutes,
        @Nullable Instant toMailSince) {
    /** From its end on, until nobody can start it any more. */
    public static final Duration GRACE = Duration.ofMinutes(60);

    /** How early it can be started. */
    public static final Duration EARLY = Duration.ofMinutes(15);

    /** How late it may start to count as on time. */
    public static final Duration PUNCTUAL = Duration.ofMinutes(5);

    private static final int MAX_ENTRIES = 200;

    public Meeting {
        attendances = List.copyOf(attendances);
        decisions = List.copyOf(decisions);
        commitments = List.copyOf(commitments);
    }

    public static Meeting planned(Occurrence occurrence) {
        Series series = occurrence.series();
        return new Meeting(
                series.partnership(),
                occurrence.meeting(),
                series.id(),
                series.displayName(),
                series.kind(),
                occurrence.timeZone(),
                MeetingState.SCHEDULED,
                occurrence.startsAt(),
                occurrence.startsAt(),
                occurrence.endsAt(),
                "",
                null,
                0,
                null,
                null,
                false,
                List.of(),
                Agenda.EMPTY,
                List.of(),
                List.of(),
                "",
                null,
                null);
    }

    public String name() {
        return Names.meeting(partnership, id);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    public Instant startableFrom() {
        return startsAt.minus(EARLY);
    }

    public Instant missedAt() {
        return Occurrence.missedAt(endsAt);
    }

    public boolean wasMoved() {
        return !plannedFor.equals(startsAt);
    }

    public boolean bothSidesPresent() {
        for (Side side : Side.values()) {
            if (attendances.stream().noneMatch(attendance -> attendance.person().side() == side)) {
                return false;
            }
        }
        return true;
    }

    public boolean isOnTime() {
        return startedAt != null && !startedAt.isAfter(startsAt.plus(PUNCTUAL));
    }

    public Optional<Attendance> attendance(String person) {
        return attendances.stream()
                .filter(attendance -> attendance.person().person().equals(person))
                .findFirst();
    }

    public Optional<Commitment> commitment(String commitment) {
        return commitments.stream().filter(each -> each.id().equals(commitment)).findFirst();
    }

    public Meeting moved(Instant start, String why, Actor by, Instant now) {
        requireWaiting("moved");
        if (!start.isAfter(now)) {
            throw Refusal.invalid("start", "meeting.in_the_past", "Move it to a time that is yet to come.");
        }
        return copy(draft -> {
            draft.state = start.equals(plannedFor) ? MeetingState.SCHEDULED : MeetingState.MOVED;
            draft.endsAt = start.plus(length());
            draft.startsAt = start;
            draft.reason = why;
            draft.reasonBy = by;
            draft.rearranged = rearranged + 1;
        });
    }

    public Meeting cancelled(String why, Actor by) {
        requireWaiting("cancelled");
        return copy(draft -> {
            draft.state = MeetingState.CANCELLED;
            draft.reason = why;
            draft.reasonBy = by;
            draft.rearranged = rearranged + 1;
        });
    }

    public Meeting missed() {
        requireWaiting("missed");
        return copy(draft -> draft.state = MeetingState.MISSED);
    }

    /** @return the same when it runs already */
    public Meeting started(Attendance starter, Instant now) {
        if (state == MeetingState.IN_PROGRESS) {
            return attended(starter);
        }
        requireWaiting("started");
        if (now.isBefore(startableFrom())) {
            throw Refusal.precondition(
                    "meeting.too_early",
                    "It can be started from 15 minutes before its time. Move it to hold it earlier.");
        }
        if (!now.isBefore(missedAt())) {
            throw Refusal.precondition("meeting.missed", "Nobody started it in time: it was missed.");
        }
        return copy(draft -> {
                    draft.state = MeetingState.IN_PROGRESS;
                    draft.startedAt = now;
                })
                .attended(starter);
    }

    public Meeting attended(Attendance attendance) {
        requireRunning();
        Optional<Attendance> known = attendance(attendance.person().person());
        if (known.isPresent() && known.get().isThere()) {
            return this;
        }
        return known.isPresent()
                ? copy(draft -> draft.attendances =
                        replaced(attendances, known.get(), known.get().back()))
                : copy(draft -> draft.attendances = plus(attendances, attendance));
    }

    public Meeting left(String person, Instant now) {
        requireRunning();
        Optional<Attendance> known = attendance(person).filter(Attendance::isThere);
        return known.map(there -> copy(draft -> draft.attendances = replaced(attendances, there, there.left(now))))
                .orElse(this);
    }

    public Meeting withAgenda(Agenda next) {
        return copy(draft -> draft.agenda = next);
    }

    public Meeting decided(Decision decision) {
        requireRunning();
        return copy(draft -> draft.decisions = plus(decisions, decision));
    }

    public Decision requireDecision(String decision, long seen) {
        requireRunning();
        Decision known = decisions.stream()
                .filter(each -> each.id().equals(decision))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound(decision));
        if (known.revision() != seen) {
            throw Refusal.staleRevision(decision);
        }
        return known;
    }

    public Meeting with(Decision before, Decision after) {
        return copy(draft -> draft.decisions = replaced(decisions, before, after));
    }

    public Meeting without(Decision decision) {
        return copy(draft -> draft.decisions =
                decisions.stream().filter(each -> !each.equals(decision)).toList());
    }

    public Meeting committed(Commitment commitment) {
        requireRunning();
        return copy(draft -> draft.commitments = plus(commitments, commitment));
    }

    /** What became of a commitment; the one thing that goes on changing after the end. */
    public Meeting with(Commitment before, Commitment after) {
        return copy(draft -> draft.commitments = replaced(commitments, before, after));
    }

    /**
     * Ends it: open items come back next time.
     *
     * @param unresolved why reds are left open; required when one is
     */
    public Meeting ended(String unresolved, Instant now) {
        requireRunning();
        List<String> reds = agenda.items().stream()
                .filter(item -> item.isOpen() && item.isLiveRed())
                .map(item -> item.title())
                .toList();
        if (!reds.isEmpty() && unresolved.isEmpty()) {
            throw Refusal.of(
                    Reason.PRECONDITION,
                    "reds.unresolved",
                    "Still red and not talked through: " + String.join(", ", reds)
                            + ". Close them, or say why they come back next time.");
        }
        Agenda closed = agenda.selected("", now);
        return copy(draft -> {
            draft.agenda = closed.withItems(closed.items().stream()
                    .map(item -> item.leftFor(unresolved))
                    .toList());
            draft.state = MeetingState.HELD;
            draft.endedAt = now;
            draft.unresolvedReason = reds.isEmpty() ? "" : unresolved;
        });
    }

    public Meeting frozen(Minutes taken) {
        return copy(draft -> {
            draft.minutes = taken;
            draft.toMailSince = taken.frozenAt();
        });
    }

    /** Its minutes were written to everybody they concern. */
    Meeting mailed() {
        return copy(draft -> draft.toMailSince = null);
    }

    /** How it was, before it was known here. */
    public Meeting recordedAs(
            MeetingState past, List<Attendance> there, List<Decision> known, List<Commitment> promised) {
        return copy(draft -> {
            draft.state = past;
            draft.recordedAfterwards = true;
            draft.startedAt = past == MeetingState.HELD ? startsAt : null;
            draft.endedAt = past == MeetingState.HELD ? endsAt : null;
            draft.attendances = List.copyOf(there);
            draft.decisions = List.copyOf(known);
            draft.commitments = List.copyOf(promised);
        });
    }

    public void requireRunning() {
        if (state != MeetingState.IN_PROGRESS) {
            throw Refusal.precondition(
                    "meeting.not_in_progress",
                    state.isOver() ? "This meeting is over; its minutes are frozen." : "This meeting has not started.");
        }
    }

    public void requireNotOver() {
        if (state.isOver()) {
            throw Refusal.precondition("meeting.over", "This meeting is over.");
        }
    }

    private void requireWaiting(String verb) {
        if (!state.isWaiting()) {
            throw Refusal.precondition(
                    "meeting.not_waiting",
                    "This meeting can't be " + verb + " any more: it is "
                            + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
        }
    }

    private static <T> List<T> plus(List<T> list, T item) {
        if (list.size() >= MAX_ENTRIES) {
            throw Refusal.of(
                    Reason.LIMIT_REACHED,
                    "meeting.full",
                    "There are " + MAX_ENTRIES + " already; that is a meeting too many.");
        }
        List<T> next = new ArrayList<>(list);
        next.add(item);
        return next;
    }

    private static <T> List<T> replaced(List<T> list, T before, T after) {
        return list.stream().map(each -> each.equals(before) ? after : each).toList();
    }

    private Meeting copy(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.meeting();
    }

    /** What can change, for the length of one change. */
    private static final class Draft {
        private final Meeting from;
        private MeetingState state;
        private Instant startsAt;
        private Instant endsAt;
        private String reason;
        private @Nullable Actor reasonBy;
        private int rearranged;
        private @Nullable Instant startedAt;
        private @Nullable Instant endedAt;
        private boolean recordedAfterwards;
        private List<Attendance> attendances;
        private Agenda agenda;
        private List<Decision> decisions;
        private List<Commitment> commitments;
        private String unresolvedReason;
        private @Nullable Minutes minutes;
        private @Nullable Instant toMailSince;

        private Draft(Meeting from) {
            this.from = from;
            this.state = from.state;
            this.startsAt = from.startsAt;
            this.endsAt = from.endsAt;
            this.reason = from.reason;
            this.reasonBy = from.reasonBy;
            this.rearranged = from.rearranged;
            this.startedAt = from.startedAt;
            this.endedAt = from.endedAt;
            this.recordedAfterwards = from.recordedAfterwards;
            this.attendances = from.attendances;
            this.agenda = from.agenda;
            this.decisions = from.decisions;
            this.commitments = from.commitments;
            this.unresolvedReason = from.unresolvedReason;
            this.minutes = from.minutes;
            this.toMailSince = from.toMailSince;
        }

        private Meeting meeting() {
            return new Meeting(
                    from.partnership,
                    from.id,
                    from.series,
                    from.seriesName,
                    from.kind,
                    from.timeZone,
                    state,
                    from.plannedFor,
                    startsAt,
                    endsAt,
                    reason,
                    reasonBy,
                    rearranged,
                    startedAt,
                    endedAt,
                    recordedAfterwards,
                    attendances,
                    agenda,
                    decisions,
                    commitments,
                    unresolvedReason,
                    minutes,
                    toMailSince);
        }
    }
}
