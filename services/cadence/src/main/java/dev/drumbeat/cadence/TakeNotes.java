package dev.drumbeat.cadence;

import dev.drumbeat.cadence.Ledger.Edit;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.time.LocalDate;
import java.util.List;

/** Decisions and commitments, taken in a meeting that runs. */
public final class TakeNotes {
    private static final int WHAT_MAX_LENGTH = 2_000;
    private static final int COMMITMENT_MAX_LENGTH = 500;

    private final Ledger ledger;
    private final Members members;

    public TakeNotes(Ledger ledger, Members members) {
        this.ledger = ledger;
        this.members = members;
    }

    /** @param decidedBy people on the partnership; those present when empty */
    public Versioned<Meeting> decide(
            Scope scope,
            Request request,
            String meeting,
            String item,
            String what,
            String why,
            List<String> decidedBy) {
        scope.require(Activity.RUN_MEETINGS);
        Validation validation = new Validation();
        String words = validation.text("what", what, 1, WHAT_MAX_LENGTH);
        String because = validation.text("why", why, 0, WHAT_MAX_LENGTH);
        validation.orRefuse();
        List<Participant> named = named(scope, decidedBy);
        return ledger.write(scope, request, meeting, before -> {
            before.value().requireRunning();
            requireItem(before.value(), item);
            Decision decision = new Decision(
                    Ids.of(scope.partnership(), request.key()),
                    item,
                    words,
                    because,
                    named.isEmpty() ? present(before.value()) : named,
                    scope.actor(),
                    ledger.now(),
                    1);
            return Edit.of(before.value().decided(decision), "decision.added", json(decision));
        });
    }

    public Versioned<Meeting> change(
            Scope scope,
            Request request,
            String meeting,
            String decision,
            long seen,
            String what,
            String why,
            List<String> decidedBy) {
        scope.require(Activity.RUN_MEETINGS);
        Validation validation = new Validation();
        String words = validation.text("what", what, 1, WHAT_MAX_LENGTH);
        String because = validation.text("why", why, 0, WHAT_MAX_LENGTH);
        validation.orRefuse();
        List<Participant> named = named(scope, decidedBy);
        return ledger.write(scope, request, meeting, before -> {
            Decision known = before.value().requireDecision(decision, seen);
            Decision changed = known.changed(words, because, named.isEmpty() ? known.decidedBy() : named);
            return new Edit(
                    before.value().with(known, changed),
                    "decision.changed",
                    before.value().name(),
                    json(known),
                    json(changed),
                    "");
        });
    }

    public Versioned<Meeting> remove(Scope scope, Request request, String meeting, String decision, long seen) {
        scope.require(Activity.RUN_MEETINGS);
        return ledger.write(scope, request, meeting, before -> {
            Decision known = before.value().requireDecision(decision, seen);
            return new Edit(
                    before.value().without(known),
                    "decision.removed",
                    before.value().name(),
                    json(known),
                    "",
                    "");
        });
    }

    public Versioned<Meeting> commit(
            Scope scope, Request request, String meeting, String item, String text, String owner, String dueDate) {
        scope.require(Activity.RUN_MEETINGS);
        Validation validation = new Validation();
        String words = validation.text("text", text, 1, COMMITMENT_MAX_LENGTH);
        validation.orRefuse();
        LocalDate due = Words.date("due_date", dueDate);
        Participant promiser = members.require(scope.partnership(), owner, "owner");
        LocalDate today = ledger.now().atZone(scope.facts().timeZone()).toLocalDate();
        if (due.isBefore(today)) {
            throw Refusal.invalid("due_date", "date.in_the_past", "Today or later, please.");
        }
        String id = commitmentId(meeting, scope, request, "");
        return ledger.write(scope, request, meeting, before -> {
            before.value().requireRunning();
            requireItem(before.value(), item);
            Commitment commitment = Commitment.taken(id, item, words, promiser, due, scope.actor(), ledger.now());
            return Edit.of(before.value().committed(commitment), "commitment.taken", json(commitment));
        });
    }

    /** A commitment's id names its meeting, so that it is found without a search. */
    static String commitmentId(String meeting, Scope scope, Request request, String which) {
        return meeting + "." + Ids.of(scope.partnership(), request.key(), which).substring(0, 10);
    }

    private List<Participant> named(Scope scope, List<String> people) {
        return people.stream()
                .distinct()
                .map(person -> members.require(scope.partnership(), person, "decided_by"))
                .toList();
    }

    private static List<Participant> present(Meeting meeting) {
        return meeting.attendances().stream()
                .filter(Attendance::isThere)
                .map(Attendance::person)
                .toList();
    }

    private static void requireItem(Meeting meeting, String item) {
        if (!item.isEmpty()) {
            meeting.agenda().require(item);
        }
    }

    private static String json(Decision decision) {
        return Json.object(
                "decision_id",
                decision.id(),
                "what",
                decision.what(),
                "why",
                decision.why(),
                "decided_by",
                decision.decidedBy().stream().map(Participant::person).toList());
    }

    static String json(Commitment commitment) {
        return Json.object(
                "commitment",
                commitment.id(),
                "text",
                commitment.text(),
                "owner",
                commitment.owner().person(),
                "due_date",
                commitment.due(),
                "state",
                commitment.state().name());
    }
}
