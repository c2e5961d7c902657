package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Ids;
import java.time.Duration;
import java.time.Instant;

/**
 * A person signed in at one browser.
 *
 * @param secretHash SHA-256 of the secret that the browser holds
 * @param person id of the person
 * @param epoch the account's at sign-in; a later one ends the session
 * @param lastSeenAt exact to the minute
 * @param place where it was opened
 */
public record Session(String secretHash, String person, long epoch, Instant openedAt, Instant lastSeenAt, Place place) {
    public static final String COLLECTION = "sessions";
    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration LIFE = Duration.ofHours(8);

    /** Seen again within this, nothing is written. */
    public static final Duration TOUCH = Duration.ofMinutes(1);

    /**
     * By what a person knows one of their sessions from another.
     *
     * @param browser as it calls itself; empty when it does not
     * @param address from where it came; empty when nobody knows
     */
    public record Place(String browser, String address) {
        public static final Place UNKNOWN = new Place("", "");

        private static final int MAX_LENGTH = 200;

        public Place {
            browser = plain(browser);
            address = plain(address);
        }

        /** What a browser says of itself is its own affair: no control characters, and no more than is shown. */
        private static String plain(String text) {
            String line = text.replaceAll("\\p{Cntrl}", " ").strip();
            return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
        }
    }

    /** Made of the hash, and says nothing of it. */
    public String name() {
        return COLLECTION + "/" + Ids.of("session", secretHash);
    }

    public Instant expiresAt() {
        return openedAt.plus(LIFE);
    }

    /** When it ends unless the person does something. */
    public Instant idlesOutAt() {
        Instant idle = lastSeenAt.plus(IDLE);
        return idle.isBefore(expiresAt()) ? idle : expiresAt();
    }

    public boolean isOpen(Instant now, Account account) {
        return now.isBefore(idlesOutAt()) && account.person().isActive() && account.sessionEpoch() == epoch;
    }

    public boolean wantsTouch(Instant now) {
        return !now.isBefore(lastSeenAt.plus(TOUCH));
    }

    Session kept(long newEpoch) {
        return new Session(secretHash, person, newEpoch, openedAt, lastSeenAt, place);
    }

    @Override
    public String toString() {
        return "Session[people/" + person + "]";
    }
}
