package dev.drumbeat.platform.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes as they happen, to any number of listeners for one look at the store. Looks only while somebody listens. A change is
 * told once to each listener, unless a process whose clock is more than {@link #OVERLAP} behind made it: then perhaps not at all,
 * which is why a watch is a hint and never the only way to learn of something.
 */
public final class Feed<E> implements AutoCloseable {
    /** How long a change on another replica may go unnoticed. */
    public static final Duration PERIOD = Duration.ofMillis(250);

    /** How far back each look goes, for clocks that differ and for writes that became visible late. */
    public static final Duration OVERLAP = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Changes<E> changes;
    private final Clock clock;
    private final List<Consumer<E>> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore wake = new Semaphore(0);
    private final Map<String, E> told = new HashMap<>();
    private final Thread thread;

    public Feed(Changes<E> changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("feed-" + changes.name()).start(this::run);
    }

    public Changes<E> changes() {
        return changes;
    }

    /** From now on the listener is told; it must not block. */
    public Runnable listen(Consumer<E> listener) {
        listeners.add(listener);
        wake();
        return () -> listeners.remove(listener);
    }

    /** Looks at once. */
    public void wake() {
        wake.release();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Instant cursor = clock.instant();
        boolean listened = false;
        try {
            while (true) {
                if (listeners.isEmpty()) {
                    listened = false;
                    told.clear();
                    wake.acquire();
                } else {
                    wake.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
                }
                wake.drainPermits();
                if (!listened) {
                    cursor = clock.instant();
                    listened = true;
                }
                cursor = look(cursor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant look(Instant cursor) {
        Instant now = clock.instant();
        Instant latest = cursor;
        try {
            for (E change : changes.since().apply(cursor.minus(OVERLAP))) {
                Instant at = changes.changedAt().apply(change);
                // Never beyond our own clock, or what a faster clock wrote would hide what a slower one writes next.
                latest = at.isAfter(latest) && !at.isAfter(now) ? at : latest;
                if (!change.equals(told.put(changes.key().apply(change), change))) {
                    listeners.forEach(listener -> listener.accept(change));
                }
            }
            Instant forget = latest.minus(OVERLAP);
            told.values().removeIf(change -> changes.changedAt().apply(change).isBefore(forget));
        } catch (RuntimeException e) {
            LOG.warn("the feed of {} looks again in a moment: {}", changes.name(), e.toString());
        }
        return latest;
    }
}
