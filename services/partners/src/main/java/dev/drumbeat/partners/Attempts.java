package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * Failed sign-ins of one account in a row. The first {@value #FREE} cost nothing; each further one doubles the wait, up to a
 * quarter of an hour. A day without any forgets them.
 *
 * @param notBefore no attempt is looked at earlier
 */
public record Attempts(int failures, Instant lastAt, Instant notBefore) {
    public static final int FREE = 5;
    public static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    public static Attempts none() {
        return new Attempts(0, Instant.EPOCH, Instant.EPOCH);
    }

    /**
     * One more attempt, counted as a failure until it succeeds: so many at once are no way around the wait.
     *
     * @throws Refusal while the wait of the one before is not over
     */
    public Attempts next(Instant now) {
        if (now.isBefore(notBefore)) {
            throw Refusal.tooManyAttempts(Duration.between(now, notBefore));
        }
        int counted = now.isBefore(lastAt.plus(FORGOTTEN_AFTER)) ? failures + 1 : 1;
        return new Attempts(counted, now, now.plus(waitAfter(counted)));
    }

    static Duration waitAfter(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
