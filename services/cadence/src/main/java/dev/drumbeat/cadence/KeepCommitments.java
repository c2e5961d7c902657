package dev.drumbeat.cadence;

import dev.drumbeat.cadence.Commitment.State;
import dev.drumbeat.cadence.Ledger.Edit;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What becomes of commitments, in the meeting and after it. */
public final class KeepCommitments {
    private static final int MEETINGS_AT_MOST = 400;
    private static final int TEXT_MAX_LENGTH = 500;

    private final Ledger ledger;
    private final MeetingStore meetings;
    private final Members members;

    public KeepCommitments(Ledger ledger, MeetingStore meetings, Members members) {
        this.ledger = ledger;
        this.meetings = meetings;
        this.members = members;
    }

    /** A commitment and the meeting it was taken in. */
    public record Kept(Meeting meeting, Commitment commitment) {}

    public Kept update(
            Scope scope,
            Request request,
            String id,
            long seen,
            String text,
            String owner,
            String dueDate,
            String reason) {
        Validation validation = new Validation();
        String words = validation.text("text", text, 1, TEXT_MAX_LENGTH);
        String why = validation.text("reason", reason, 0, Words.REASON_MAX_LENGTH);
        validation.orRefuse();
        LocalDate due = Words.date("due_date", dueDate);
        Participant promiser = members.require(scope.partnership(), owner, "owner");
        return change(scope, request, id, seen, "commitment.changed", why, (meeting, known) -> {
            requireOpen(known);
            if (meeting.state().isOver() && why.isEmpty()) {
                throw Refusal.invalid("reason", "text.required", "After the meeting a change needs a reason.");
            }
            return known.changed(words, promiser, due, why);
        });
    }

    public Kept complete(Scope scope, Request request, String id, long seen) {
        return change(scope, request, id, seen, "commitment.done", "", (meeting, known) -> {
            requireOpen(known);
            return known.closed(State.DONE, ledger.now(), today(scope), scope.actor(), known.reason());
        });
    }

    public Kept reopen(Scope scope, Request request, String id, long seen, String reason) {
        String why = Words.reason("reason", reason);
        return change(scope, request, id, seen, "commitment.reopened", why, (meeting, known) -> {
            if (known.isOpen()) {
                throw Refusal.precondition("commitment.open", "This commitment is open already.");
            }
            return known.reopened(why);
        });
    }

    public Kept drop(Scope scope, Request request, String id, long seen, String reason) {
        String why = Words.reason("reason", reason);
        return change(scope, request, id, seen, "commitment.dropped", why, (meeting, known) -> {
            requireOpen(known);
            return known.closed(State.DROPPED, ledger.now(), today(scope), scope.actor(), why);
        });
    }

    /** Open ones by due date, others newest first. */
    public Page<Kept> list(Scope scope, Set<State> states, Page.Wanted wanted) {
        scope.require(Activity.READ_MEETINGS);
        boolean openOnly = states.equals(Set.of(State.OPEN));
        List<Meeting> found = openOnly
                ? meetings.withOpenCommitments(scope.partnership())
                : meetings.withCommitments(scope, MEETINGS_AT_MOST);
        Comparator<Kept> byDue =
                Comparator.comparing((Kept kept) -> kept.commitment().due());
        Comparator<Kept> byAge =
                Comparator.comparing((Kept kept) -> kept.commitment().takenAt());
        List<Kept> all = found.stream()
                .flatMap(meeting -> meeting.commitments().stream().map(commitment -> new Kept(meeting, commitment)))
                .filter(kept -> states.contains(kept.commitment().state()))
                .sorted((openOnly ? byDue : byAge.reversed())
                        .thenComparing(kept -> kept.commitment().id()))
                .toList();
        return Page.of(all, wanted);
    }

    private Kept change(
            Scope scope,
            Request request,
            String id,
            long seen,
            String action,
            String why,
            BiFunction<Meeting, Commitment, Commitment> change) {
        scope.require(Activity.RUN_MEETINGS);
        String name = Names.commitment(scope.partnership(), id);
        int cut = id.lastIndexOf('.');
        String meeting = cut < 0 ? id : id.substring(0, cut);
        if (meetings.find(MeetingStore.key(scope.partnership(), meeting)).isEmpty()) {
            throw Refusal.notFound(name);
        }
        Versioned<Meeting> written = ledger.write(scope, request, meeting, before -> {
            Commitment known = before.value().commitment(id).orElseThrow(() -> Refusal.notFound(name));
            if (known.revision() != seen) {
                throw Refusal.staleRevision(name);
            }
            Commitment next = change.apply(before.value(), known);
            return new Edit(
                    before.value().with(known, next), action, name, TakeNotes.json(known), TakeNotes.json(next), why);
        });
        return new Kept(written.value(), written.value().commitment(id).orElseThrow());
    }

    private LocalDate today(Scope scope) {
        return ledger.now().atZone(scope.facts().timeZone()).toLocalDate();
    }

    private static void requireOpen(Commitment commitment) {
        if (!commitment.isOpen()) {
            throw Refusal.precondition("commitment.closed", "This commitment is done or dropped already.");
        }
    }
}
