package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** A person sees where they are signed in, and ends what should not be. */
public final class OwnSessions {
    private final PersonStore people;
    private final SessionStore sessions;
    private final Clock clock;

    public OwnSessions(PersonStore people, SessionStore sessions, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** One of the caller's sessions. */
    public record Seen(Session session, boolean current) {}

    /** Those that are open, newest first. */
    public List<Seen> list(Caller caller, String currentSecret) {
        Account account = account(caller).value();
        Instant now = clock.instant();
        String current = hash(currentSecret);
        return sessions.ofPerson(account.person().id()).stream()
                .filter(session -> session.isOpen(now, account))
                .sorted(Comparator.comparing(Session::openedAt)
                        .thenComparing(Session::secretHash)
                        .reversed())
                .map(session -> new Seen(session, session.secretHash().equals(current)))
                .toList();
    }

    /**
     * Ends one session, or all but the one that asks. What is over already, and what is somebody else's, gets the same answer.
     *
     * @param name {@code sessions/{session}}; empty for all others
     */
    public void end(Caller caller, Request request, String name, String currentSecret) {
        Versioned<Account> account = account(caller);
        String current = hash(currentSecret);
        Predicate<Session> wanted = name.isEmpty()
                ? session -> !session.secretHash().equals(current)
                : session -> session.name().equals(name);
        Instant now = clock.instant();
        String person = account.value().person().id();
        List<Session> ended = sessions.ofPerson(person).stream()
                .filter(session -> session.isOpen(now, account.value()))
                .filter(wanted)
                .toList();
        ended.forEach(session -> sessions.end(session.secretHash()));
        if (!ended.isEmpty()) {
            remember(caller, request, person, now);
        }
    }

    private void remember(Caller caller, Request request, String person, Instant now) {
        Writes.change(
                people,
                person,
                caller.subject(),
                request,
                now,
                before -> new Writes.Change<>(
                        before.value(),
                        List.of(Writes.event(
                                "",
                                now,
                                caller.actor(),
                                "person.sessions_ended",
                                caller.subject(),
                                before.revision() + 1,
                                "",
                                "",
                                ""))));
    }

    private Versioned<Account> account(Caller caller) {
        if (!caller.isPerson()) {
            throw Refusal.notAllowed("session.people_only", "Only people have sessions.");
        }
        return people.find(ResourceName.id(caller.subject(), Person.COLLECTION))
                .orElseThrow(() -> Refusal.notFound(caller.subject()));
    }

    private static String hash(String secret) {
        return secret.isEmpty() ? "" : Ids.hash(secret);
    }
}
