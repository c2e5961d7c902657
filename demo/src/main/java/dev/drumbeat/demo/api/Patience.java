package dev.drumbeat.demo.api;

import java.time.Duration;

/** Pauses between attempts, each twice as long as the one before, until a limit is used up. */
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Duration limit;
    private Duration next = FIRST_PAUSE;
    private Duration used = Duration.ZERO;

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** False, at once, when there is no patience left. */
    boolean pause() {
        if (used.plus(next).compareTo(limit) > 0) {
            return false;
        }
        try {
            Thread.sleep(next);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted between two attempts", interrupted);
        }
        used = used.plus(next);
        next = next.multipliedBy(2);
        return true;
    }
}
