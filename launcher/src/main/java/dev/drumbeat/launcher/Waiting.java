package dev.drumbeat.launcher;

import java.time.Duration;

/** The pause between two looks at something that happens outside of this program. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    static void briefly() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseException("interrupted", e);
        }
    }
}
