package dev.drumbeat.cadence;

import dev.drumbeat.cadence.Ledger.Edit;
import dev.drumbeat.cadence.agenda.AgendaItem;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** From its date to its frozen minutes: moves, cancels, starts, attends and ends meetings. */
public final class RunMeeting {
    private final Ledger ledger;
    private final AgendaDesk desk;
    private final Members members;

    public RunMeeting(Ledger ledger, AgendaDesk desk, Members members) {
        this.ledger = ledger;
        this.desk = desk;
        this.members = members;
    }

    public Versioned<Meeting> move(
            Scope scope, Request request, String id, long revision, String start, String reason) {
        scope.require(Activity.RUN_MEETINGS);
        String why = Words.reason("reason", reason);
        LocalDateTime local = Words.localTime("start", start);
        return ledger.write(scope, request, id, before -> {
            requireRevision(before, revision);
            Meeting meeting = before.value();
            Instant to = local.atZone(meeting.zone()).toInstant();
            Meeting moved = meeting.moved(to, why, scope.actor(), ledger.now());
            return new Edit(
                    moved,
                    "meeting.moved",
                    moved.name(),
                    Json.object("starts_at", meeting.startsAt()),
                    Json.object("starts_at", to),
                    why);
        });
    }

    public Versioned<Meeting> cancel(Scope scope, Request request, String id, long revision, String reason) {
        scope.require(Activity.RUN_MEETINGS);
        String why = Words.reason("reason", reason);
        return ledger.write(scope, request, id, before -> {
            requireRevision(before, revision);
            Meeting cancelled = before.value().cancelled(why, scope.actor());
            return new Edit(
                    cancelled.withAgenda(cancelled.agenda().withItems(withLeftOver(cancelled))),
                    "meeting.cancelled",
                    cancelled.name(),
                    "",
                    "",
                    why);
        });
    }

    private List<AgendaItem> withLeftOver(Meeting meeting) {
        return meeting.agenda().with(desk.leftOver(meeting)).items();
    }

    public Versioned<Meeting> start(Scope scope, Request request, String id) {
        scope.require(Activity.RUN_MEETINGS);
        Participant starter = self(scope);
        AgendaDesk.Comparison comparison =
                desk.compare(ledger.require(scope, id).value(), scope.facts().timeZone(), ledger.now());
        return ledger.write(scope, request, id, before -> {
            Instant now = ledger.now();
            Meeting started =
                    comparison.of(before.value().started(new Attendance(starter, now, null, scope.actor()), now));
            return Edit.of(started, "meeting.started", Json.object("started_at", now));
        });
    }

    /** @param person of the caller's side; empty for the caller */
    public Versioned<Meeting> attend(Scope scope, Request request, String id, String person) {
        scope.require(Activity.RUN_MEETINGS);
        Participant participant = ofOwnSide(scope, person);
        return ledger.write(scope, request, id, before -> {
            Meeting next = before.value().attended(new Attendance(participant, ledger.now(), null, scope.actor()));
            return Edit.of(next, "meeting.attended", Json.object("person", participant.person()));
        });
    }

    /** @param person of the caller's side; empty for the caller */
    public Versioned<Meeting> leave(Scope scope, Request request, String id, String person) {
        scope.require(Activity.RUN_MEETINGS);
        String leaver = person.isEmpty()
                ? scope.actor().subject()
                : ofOwnSide(scope, person).person();
        return ledger.write(
                scope,
                request,
                id,
                before -> Edit.of(
                        before.value().left(leaver, ledger.now()), "meeting.left", Json.object("person", leaver)));
    }

    public Versioned<Meeting> end(Scope scope, Request request, String id, String unresolvedReason) {
        scope.require(Activity.RUN_MEETINGS);
        Validation validation = new Validation();
        String why = validation.text("unresolved_reason", unresolvedReason, 0, Words.REASON_MAX_LENGTH);
        validation.orRefuse();
        Meeting known = ledger.require(scope, id).value();
        Optional<AgendaDesk.Comparison> comparison = known.state() == MeetingState.IN_PROGRESS
                ? Optional.of(desk.compare(known, scope.facts().timeZone(), ledger.now()))
                : Optional.empty();
        return ledger.write(scope, request, id, before -> {
            Instant now = ledger.now();
            Meeting last =
                    comparison.map(compared -> compared.of(before.value())).orElse(before.value());
            Meeting ended = last.ended(why, now);
            Meeting frozen = ended.frozen(Freezing.of(ended, scope.actor(), now));
            return new Edit(
                    frozen,
                    "meeting.ended",
                    frozen.name(),
                    "",
                    Json.object(
                            "decisions",
                            frozen.decisions().size(),
                            "commitments",
                            frozen.commitments().size(),
                            "both_sides_present",
                            frozen.bothSidesPresent()),
                    why);
        });
    }

    private Participant self(Scope scope) {
        return members.require(scope.partnership(), scope.actor().subject(), "person");
    }

    /** Each side says for itself who is there: nobody makes the other side present. */
    private Participant ofOwnSide(Scope scope, String person) {
        if (person.isEmpty()) {
            return self(scope);
        }
        Participant participant = members.require(scope.partnership(), person, "person");
        if (scope.side().filter(side -> side == participant.side()).isEmpty()) {
            throw Refusal.of(
                    Reason.NOT_ALLOWED, "attendance.other_side", "Each side says for itself who of it is there.");
        }
        return participant;
    }

    /** A planned meeting is read with revision 0 and has 1 once it is stored untouched. */
    private static void requireRevision(Versioned<Meeting> before, long seen) {
        if (Math.max(1, before.revision()) != Math.max(1, seen)) {
            throw Refusal.staleRevision(before.value().name());
        }
    }
}
