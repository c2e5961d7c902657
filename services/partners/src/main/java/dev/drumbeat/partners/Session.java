package dev.drumbeat.partners;

import java.time.Duration;
import java.time.Instant;

/**
 * A person signed in at one browser.
 *
 * @param secretHash SHA-256 of the secret that the browser holds
 * @param person id of the person
 * @param epoch the account's at sign-in; a later one ends the session
 * @param lastSeenAt exact to the minute
 */
public record Session(String secretHash, String person, long epoch, Instant openedAt, Instant lastSeenAt) {
    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration LIFE = Duration.ofHours(8);

    /** Seen again within this, nothing is written. */
    public static final Duration TOUCH = Duration.ofMinutes(1);

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
        return new Session(secretHash, person, newEpoch, openedAt, lastSeenAt);
    }

    @Override
    public String toString() {
        return "Session[people/" + person + "]";
    }
}
