package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A person changes their own password; all their sessions but the one they sit at end in the same write. */
public final class ChangePassword {
    private final PersonStore people;
    private final SessionStore sessions;
    private final AttemptStore attempts;
    private final Passwords passwords;
    private final Clock clock;

    /** @param keptSessionSecret of the session to go on with; empty ends all */
    public record Wish(String currentPassword, String newPassword, String keptSessionSecret) {
        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    public ChangePassword(
            PersonStore people, SessionStore sessions, AttemptStore attempts, Passwords passwords, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Person change(Caller caller, Request request, Wish wish) {
        if (!caller.isPerson()) {
            throw Refusal.notAllowed("password.people_only", "Only people have passwords.");
        }
        String id = ResourceName.id(caller.subject(), Person.COLLECTION);
        Versioned<Account> before = people.find(id).orElseThrow(() -> Refusal.notFound(caller.subject()));
        if (before.isAnswered(request)) {
            return before.value().person();
        }
        Instant now = clock.instant();
        Person person = before.value().person();
        Validation validation = new Validation();
        PasswordPolicy.check(validation, "new_password", wish.newPassword(), person.email());
        validation.orRefuse();
        requireCurrent(before.value(), wish.currentPassword(), now);
        String hash = passwords.hash(PasswordPolicy.normalized(wish.newPassword()));
        Account next = before.value().withPassword(hash);
        boolean written = people.replace(
                before,
                before.next(
                        next,
                        request,
                        now,
                        List.of(Writes.event(
                                "",
                                now,
                                caller.actor(),
                                "person.password_changed",
                                person.name(),
                                before.revision() + 1,
                                "",
                                "",
                                ""))));
        if (!written) {
            throw Refusal.staleRevision(person.name());
        }
        keep(wish.keptSessionSecret(), before.value(), next);
        return person;
    }

    private void requireCurrent(Account account, String password, Instant now) {
        String counter = Sessions.counter(account.person());
        attempts.update(counter, before -> before.next(now));
        if (!passwords.matches(PasswordPolicy.normalized(password), account.passwordHash())) {
            throw Refusal.invalid("current_password", "password.wrong", "This is not your current password.");
        }
        attempts.clear(counter);
    }

    private void keep(String secret, Account before, Account after) {
        if (!secret.isEmpty()) {
            sessions.find(Ids.hash(secret))
                    .filter(session -> session.isOpen(clock.instant(), before)
                            && session.person().equals(before.person().id()))
                    .ifPresent(session -> sessions.keep(session.kept(after.sessionEpoch())));
        }
    }
}
