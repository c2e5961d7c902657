package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.Schedule;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Meetings from before a partnership came to Drumbeat, for its history. Only of the time before the series was known here, so that
 * nobody writes a missed meeting away, and marked for ever as recorded afterwards.
 */
public final class RecordPast {
    private static final Duration AT_MOST_AGO = Duration.ofDays(400);

    private final SeriesStore series;
    private final MeetingStore meetings;
    private final Members members;
    private final Ledger ledger;

    public RecordPast(SeriesStore series, MeetingStore meetings, Members members, Ledger ledger) {
        this.series = series;
        this.meetings = meetings;
        this.members = members;
        this.ledger = ledger;
    }

    /** @param decidedBy people; the attendees when empty */
    public record PastDecision(String what, String why, List<String> decidedBy) {}

    /** @param doneAt null while open */
    public record PastCommitment(
            String text,
            String owner,
            String dueDate,
            @Nullable Instant doneAt) {}

    public Versioned<Meeting> record(
            Scope scope,
            Request request,
            String seriesId,
            Instant startedAt,
            MeetingState state,
            List<String> attendees,
            List<PastDecision> decisions,
            List<PastCommitment> commitments) {
        scope.require(Activity.RUN_MEETINGS);
        Series of = series.find(SeriesStore.key(scope.partnership(), seriesId))
                .orElseThrow(() -> Refusal.notFound(Names.series(scope.partnership(), seriesId)))
                .value();
        Instant now = ledger.now();
        Validation validation = new Validation();
        if (!startedAt.isBefore(of.createdAt()) || startedAt.isBefore(now.minus(AT_MOST_AGO))) {
            validation.add(
                    "started_at",
                    "past.known",
                    "Only meetings from before this series was in Drumbeat, at most 400 days ago.");
        }
        if (state != MeetingState.HELD && state != MeetingState.MISSED) {
            validation.add("state", "choice.required", "Choose one of HELD, MISSED.");
        }
        if (state == MeetingState.MISSED && !(attendees.isEmpty() && decisions.isEmpty() && commitments.isEmpty())) {
            validation.add("state", "past.missed", "Nobody was at a meeting that was missed.");
        }
        if (state == MeetingState.HELD && attendees.isEmpty()) {
            validation.add("attendees", "text.required", "Say who was there.");
        }
        validation.orRefuse();
        Meeting past = past(scope, request, of, startedAt, state, attendees, decisions, commitments);
        return Writes.create(
                        meetings,
                        past,
                        request,
                        List.of(Writes.event(
                                scope.partnership(),
                                now,
                                scope.actor(),
                                "meeting.recorded_afterwards",
                                past.name(),
                                1,
                                "",
                                "",
                                "")))
                .orElseThrow(() -> Refusal.of(
                        Reason.ALREADY_EXISTS,
                        "meeting.known",
                        "A meeting of this series at that time is known already."));
    }

    private Meeting past(
            Scope scope,
            Request request,
            Series of,
            Instant startedAt,
            MeetingState state,
            List<String> attendees,
            List<PastDecision> decisions,
            List<PastCommitment> commitments) {
        Schedule schedule = of.schedule();
        Meeting planned = Meeting.planned(Occurrence.of(of, schedule, startedAt));
        List<Attendance> there = attendees.stream()
                .distinct()
                .map(person -> members.require(scope.partnership(), person, "attendees"))
                .map(person -> new Attendance(person, startedAt, planned.endsAt(), scope.actor()))
                .toList();
        List<Decision> decided = new ArrayList<>();
        for (PastDecision decision : decisions) {
            Validation validation = new Validation();
            String what = validation.text("decisions.what", decision.what(), 1, 2_000);
            String why = validation.text("decisions.why", decision.why(), 0, 2_000);
            validation.orRefuse();
            decided.add(new Decision(
                    TakeNotes.commitmentId("past", scope, request, "decision" + decided.size()),
                    "",
                    what,
                    why,
                    decision.decidedBy().isEmpty()
                            ? there.stream().map(Attendance::person).toList()
                            : decision.decidedBy().stream()
                                    .map(person -> members.require(scope.partnership(), person, "decisions.decided_by"))
                                    .toList(),
                    scope.actor(),
                    startedAt,
                    1));
        }
        List<Commitment> promised = new ArrayList<>();
        for (PastCommitment commitment : commitments) {
            promised.add(commitment(scope, request, planned, commitment, promised.size()));
        }
        Meeting recorded = planned.recordedAs(state, there, decided, promised);
        return state == MeetingState.HELD
                ? recorded.frozen(Freezing.of(recorded, scope.actor(), ledger.now()))
                : recorded;
    }

    private Commitment commitment(Scope scope, Request request, Meeting meeting, PastCommitment past, int index) {
        Validation validation = new Validation();
        String text = validation.text("commitments.text", past.text(), 1, 500);
        validation.orRefuse();
        LocalDate due = Words.date("commitments.due_date", past.dueDate());
        Commitment taken = Commitment.taken(
                TakeNotes.commitmentId(meeting.id(), scope, request, "commitment" + index),
                "",
                text,
                members.require(scope.partnership(), past.owner(), "commitments.owner"),
                due,
                scope.actor(),
                meeting.startsAt());
        return Optional.ofNullable(past.doneAt())
                .map(at -> taken.closed(
                        Commitment.State.DONE,
                        at,
                        at.atZone(scope.facts().timeZone()).toLocalDate(),
                        scope.actor(),
                        ""))
                .orElse(taken);
    }
}
