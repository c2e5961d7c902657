package dev.drumbeat.cadence;

import dev.drumbeat.cadence.schedule.RecurrenceRules;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.RequestLog;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The one way in which a meeting changes: decide on it as it is, write by compare-and-set, decide anew when another was quicker. */
public final class Ledger {
    private static final String SERVICE = "services/cadence";

    private final MeetingStore meetings;
    private final SeriesStore series;
    private final RecurrenceRules rules;
    private final Clock clock;
    private final Runnable announce;

    /** @param announce tells watchers of this process at once */
    public Ledger(MeetingStore meetings, SeriesStore series, RecurrenceRules rules, Clock clock, Runnable announce) {
        this.meetings = meetings;
        this.series = series;
        this.rules = rules;
        this.clock = clock;
        this.announce = announce;
    }

    /**
     * What a decision makes of a meeting, and how the trail tells it.
     *
     * @param action in the words of the contract, such as {@code meeting.started}
     */
    record Edit(Meeting next, String action, String subject, String before, String after, String reason) {
        static Edit of(Meeting next, String action, String after) {
            return new Edit(next, action, next.name(), "", after, "");
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** As stored, or as planned with revision 0. */
    Versioned<Meeting> require(Scope scope, String id) {
        return meetings.find(MeetingStore.key(scope.partnership(), id))
                .orElseGet(() -> planned(requireOccurrence(scope.partnership(), id)));
    }

    /** What is only planned, with revision 0. */
    static Versioned<Meeting> planned(Occurrence occurrence) {
        Meeting meeting = Meeting.planned(occurrence);
        return new Versioned<>(
                meeting, 0, request("planned", meeting.partnership(), meeting.id()), RequestLog.empty(), List.of());
    }

    /** @param decide puts the change together, or refuses; may be asked more than once */
    Versioned<Meeting> write(Scope scope, Request request, String id, Function<Versioned<Meeting>, Edit> decide) {
        String key = MeetingStore.key(scope.partnership(), id);
        if (meetings.find(key).isEmpty()) {
            Meeting planned = Meeting.planned(requireOccurrence(scope.partnership(), id));
            // Refused before anything is stored: a wish that comes to nothing leaves nothing behind.
            var _ = decide.apply(require(scope, id));
            meetings.create(Versioned.first(planned, request("planned", scope.partnership(), id), List.of()));
        }
        Instant now = clock.instant();
        Versioned<Meeting> written =
                Writes.change(meetings, key, Names.meeting(scope.partnership(), id), request, now, before -> {
                    Edit edit = decide.apply(before);
                    return new Writes.Change<>(
                            edit.next(),
                            List.of(Writes.event(
                                    scope.partnership(),
                                    now,
                                    scope.actor(),
                                    edit.action(),
                                    edit.subject(),
                                    before.revision() + 1,
                                    edit.before(),
                                    edit.after(),
                                    edit.reason())));
                });
        announce.run();
        return written;
    }

    /** A change of our own, as the data or the clock ask for it; lost to whoever is quicker, and then tried again by the next sweep. */
    boolean amend(Versioned<Meeting> before, Meeting next, Optional<String> action) {
        Actor actor = Actor.service("cadence");
        Versioned<Meeting> after = new Versioned<>(
                next,
                before.revision() + 1,
                before.created(),
                before.requests(),
                action
                        .map(words -> Writes.event(
                                next.partnership(),
                                clock.instant(),
                                actor,
                                words,
                                next.name(),
                                before.revision() + 1,
                                "",
                                "",
                                ""))
                        .stream()
                        .toList());
        boolean done = meetings.replace(before, after);
        if (done) {
            announce.run();
        }
        return done;
    }

    /** Stores a planned meeting that nobody started as missed; false when anything is known about it already. */
    boolean missed(Meeting missed) {
        Request request = request("missed", missed.partnership(), missed.id());
        boolean created = meetings.create(Versioned.first(
                missed,
                request,
                List.of(Writes.event(
                        missed.partnership(),
                        clock.instant(),
                        Actor.service("cadence"),
                        "meeting.missed",
                        missed.name(),
                        1,
                        "",
                        "",
                        ""))));
        if (created) {
            announce.run();
        }
        return created;
    }

    Occurrence requireOccurrence(String partnership, String id) {
        return Occurrence.seriesOf(id)
                .flatMap(seriesId -> series.find(SeriesStore.key(partnership, seriesId)))
                .flatMap(found -> found.value().occurrence(rules, id))
                .orElseThrow(() -> Refusal.notFound(Names.meeting(partnership, id)));
    }

    /** The next planned start of the same series after a meeting. */
    Optional<Instant> nextStart(Meeting meeting) {
        Instant after = meeting.startsAt().isAfter(meeting.plannedFor()) ? meeting.startsAt() : meeting.plannedFor();
        return series.find(SeriesStore.key(meeting.partnership(), meeting.series()))
                .flatMap(found -> found.value().next(rules, after.plusSeconds(1)))
                .map(Occurrence::startsAt);
    }

    private static Request request(String what, String partnership, String id) {
        return new Request(SERVICE + "#" + what + ":" + MeetingStore.key(partnership, id), what);
    }
}
