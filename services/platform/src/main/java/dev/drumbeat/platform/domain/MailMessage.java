package dev.drumbeat.platform.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person. Its id says why it was written, so that the same cause writes no second one.
 *
 * @param kind what it is about, in the words of the service that wrote it
 * @param partnership {@code partnerships/{partnership}}; empty when it is about none
 * @param email address as it was when it was written
 * @param attachment iCalendar text; empty without one
 * @param nextAttemptAt when it may be handed over (again); null when it is not to be
 * @param lastError empty while there is none
 */
public record MailMessage(
        String id,
        String kind,
        State state,
        String partnership,
        Recipient recipient,
        String email,
        String subject,
        String body,
        String attachment,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant nextAttemptAt,
        int attempts,
        String lastError) {
    /** After that many it is given up. */
    private static final int MAX_ATTEMPTS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /**
     * To whom, with the names as they were when it was written.
     *
     * @param person {@code people/{person}}
     * @param side null where the mail is about no partnership
     */
    public record Recipient(
            String person, String displayName, @Nullable Side side, String companyDisplayName) {}

    /** Where it is. */
    public enum State {
        /** No mail server was set up when it was written; it never is sent. */
        WOULD_BE_SENT,
        WAITING,
        /** Written down before it is handed over, so that a process that dies meanwhile does not send it twice. */
        HANDING_OVER,
        SENT,
        FAILED,
        /** Handed over perhaps; never sent a second time. */
        UNCERTAIN
    }

    public static MailMessage written(
            String id,
            String kind,
            State state,
            String partnership,
            Recipient recipient,
            String email,
            String subject,
            String body,
            String attachment,
            Instant at) {
        return new MailMessage(
                id,
                kind,
                state,
                partnership,
                recipient,
                email,
                subject,
                body,
                attachment,
                at,
                null,
                state == State.WAITING ? at : null,
                0,
                "");
    }

    /** The same with other words. */
    public MailMessage withBody(String other) {
        return new MailMessage(
                id,
                kind,
                state,
                partnership,
                recipient,
                email,
                subject,
                other,
                attachment,
                createdAt,
                sentAt,
                nextAttemptAt,
                attempts,
                lastError);
    }

    /** @param until after which nobody knows whether it was sent */
    MailMessage handingOver(Instant until) {
        return with(State.HANDING_OVER, null, until, attempts + 1, lastError);
    }

    MailMessage sent(Instant at) {
        return with(State.SENT, at, null, attempts, "");
    }

    /** Tried again after a pause that doubles, and at last given up. */
    MailMessage notSent(String error, Instant now) {
        return attempts >= MAX_ATTEMPTS
                ? failed(error)
                : with(
                        State.WAITING,
                        null,
                        now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(8, attempts - 1))),
                        attempts,
                        error);
    }

    MailMessage failed(String error) {
        return with(State.FAILED, null, null, attempts, error);
    }

    MailMessage uncertain() {
        return with(State.UNCERTAIN, null, null, attempts, "The process ended while it was being handed over.");
    }

    private MailMessage with(
            State next, @Nullable Instant sent, @Nullable Instant nextAttempt, int tried, String error) {
        return new MailMessage(
                id,
                kind,
                next,
                partnership,
                recipient,
                email,
                subject,
                body,
                attachment,
                createdAt,
                sent,
                nextAttempt,
                tried,
                error);
    }
}
