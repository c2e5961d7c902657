package dev.drumbeat.gateway.live;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers the changes of a service that doesn't, by microseconds, so that no two have one number. */
final class Numbering {
    private final Source source;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    Numbering(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Change change(String partnership, Instant at) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return new Change(partnership, source, last.updateAndGet(known -> Math.max(known + 1, now)), at);
    }

    Change missed(String partnership) {
        return change(partnership, clock.instant());
    }
}
