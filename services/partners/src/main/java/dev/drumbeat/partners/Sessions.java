package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Signing in, staying signed in, signing out. The secret is the browser's; only its hash is kept. */
public final class Sessions {
    /** Longer ones name nobody; they are looked at no further. */
    private static final int INPUT_MAX_LENGTH = 300;

    /** So many counters stand for all the addresses nobody has. */
    private static final int UNKNOWN_COUNTERS_HEX_DIGITS = 4;

    private final PersonStore people;
    private final SessionStore sessions;
    private final AttemptStore attempts;
    private final Passwords passwords;
    private final CallerDirectory directory;
    private final Clock clock;

    /** A session just opened. */
    public record Opened(String secret, SignedIn signedIn, Instant expiresAt) {
        @Override
        public String toString() {
            return "Opened[" + signedIn.caller().subject() + "]";
        }
    }

    /** @param email the sign-in name, which nobody but the person is told */
    public record SignedIn(Caller caller, String email) {
        @Override
        public String toString() {
            return "SignedIn[" + caller.subject() + "]";
        }
    }

    public Sessions(
            PersonStore people,
            SessionStore sessions,
            AttemptStore attempts,
            Passwords passwords,
            CallerDirectory directory,
            Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
        this.directory = directory;
        this.clock = clock;
    }

    /** Unknown people, people who left and wrong passwords get the same answer after the same work. */
    public Opened open(String email, String password, Session.Place place) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > INPUT_MAX_LENGTH || password.length() > INPUT_MAX_LENGTH) {
            throw wrong();
        }
        Instant now = clock.instant();
        Optional<Account> account = people.findByEmail(address);
        String counter = account.map(known -> counter(known.person())).orElseGet(() -> unknownCounter(address));
        attempts.update(counter, before -> before.next(now));
        Account right = rightful(account, password).orElseThrow(Sessions::wrong);
        Caller caller = directory.resolve(right.person().name()).orElseThrow(Sessions::wrong);
        attempts.clear(counter);
        String secret = Ids.secret();
        Session session = new Session(Ids.hash(secret), right.person().id(), right.sessionEpoch(), now, now, place);
        sessions.open(session);
        return new Opened(secret, new SignedIn(caller, right.person().email()), session.expiresAt());
    }

    private Optional<Account> rightful(Optional<Account> account, String password) {
        Optional<Account> active = account.filter(known -> known.person().isActive() && known.hasPassword());
        if (active.isEmpty()) {
            passwords.pretend(password);
        }
        return active.filter(known -> passwords.matches(PasswordPolicy.normalized(password), known.passwordHash()));
    }

    /** Who holds the secret and uses it now: the session idles out later. */
    public SignedIn resolve(String secret) {
        Instant now = clock.instant();
        Held held = held(secret, now);
        if (held.session().wantsTouch(now)) {
            sessions.touch(held.session(), now);
        }
        return signedIn(held);
    }

    /** Who holds the secret, though nobody did anything: the session idles out as if this had not been asked. */
    public SignedIn watching(String secret) {
        return signedIn(held(secret, clock.instant()));
    }

    private Held held(String secret, Instant now) {
        Session session = sessions.find(hash(secret)).orElseThrow(Sessions::over);
        Account account = people.find(session.person()).map(Versioned::value).orElseThrow(Sessions::over);
        if (!session.isOpen(now, account)) {
            sessions.end(session.secretHash());
            throw over();
        }
        return new Held(session, account.person());
    }

    private SignedIn signedIn(Held held) {
        Person person = held.person();
        return new SignedIn(directory.resolve(person.name()).orElseThrow(Sessions::over), person.email());
    }

    /** Ends the session; one that is over already stays over. */
    public void end(String secret) {
        sessions.end(hash(secret));
    }

    /** Forgets what can't be used any more. */
    public void sweep() {
        Instant now = clock.instant();
        sessions.forget(now.minus(Session.LIFE));
        attempts.forget(now.minus(Attempts.FORGOTTEN_AFTER));
    }

    static String counter(Person person) {
        return person.name();
    }

    private static String unknownCounter(String address) {
        return "unknown/" + Ids.hash(address).substring(0, UNKNOWN_COUNTERS_HEX_DIGITS);
    }

    private static String hash(String secret) {
        if (secret.length() > INPUT_MAX_LENGTH) {
            throw over();
        }
        return Ids.hash(secret);
    }

    private static Refusal wrong() {
        return Refusal.unauthenticated("sign_in.wrong", "E-mail address or password is wrong.");
    }

    private static Refusal over() {
        return Refusal.unauthenticated("session.over", "The session is over. Sign in again.");
    }

    private record Held(Session session, Person person) {}
}
