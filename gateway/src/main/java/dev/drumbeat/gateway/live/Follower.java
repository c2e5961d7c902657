package dev.drumbeat.gateway.live;

import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import reactor.core.publisher.FluxSink;

/**
 * One page that follows some scorecards, on a thread of its own. Tells each revision once. Ends as soon as its person may no
 * longer follow one of them, at most two seconds after partners knows.
 */
final class Follower implements Runnable {
    /** How often it is checked that the person still may. */
    private static final Duration CHECK_EVERY = Duration.ofMillis(400);

    /** A watch that broke unnoticed is made up for after this long. */
    private static final Duration READ_EVERY = Duration.ofSeconds(60);

    /** More than this many changes waiting means that reading all anew is quicker. */
    private static final int WAITING_MAX = 256;

    private final FluxSink<ScorecardChange> page;
    private final Supplier<Optional<Set<String>>> followed;
    private final Supplier<List<ScorecardChange>> reading;
    private final BlockingQueue<ScorecardChange> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicReference<Instant> readAt = new AtomicReference<>(Instant.EPOCH);
    private final Map<String, Long> told = new HashMap<>();

    /**
     * @param followed names of the partnerships that are followed; empty when the person may no longer follow them
     * @param reading the scorecards as they are, read anew
     */
    Follower(
            FluxSink<ScorecardChange> page,
            Supplier<Optional<Set<String>>> followed,
            Supplier<List<ScorecardChange>> reading) {
        this.page = page;
        this.followed = followed;
        this.reading = reading;
    }

    /** Something changed; whether it concerns this page is found out on the page's own thread. */
    void offer(ScorecardChange change) {
        if (!waiting.offer(change)) {
            readAnew();
        }
    }

    /** Changes may have been missed. */
    void readAnew() {
        readAt.set(Instant.EPOCH);
    }

    @Override
    public void run() {
        try {
            follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Whatever it was: the page starts anew, and learns then what it missed.
        }
        page.complete();
    }

    private void follow() throws InterruptedException {
        while (!page.isCancelled()) {
            Optional<Set<String>> mine = followed.get();
            if (mine.isEmpty()) {
                return;
            }
            Instant last = readAt.get();
            if (Instant.now().isAfter(last.plus(READ_EVERY)) && readAt.compareAndSet(last, Instant.now())) {
                reading.get().forEach(this::tell);
            }
            ScorecardChange change = waiting.poll(CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            while (change != null) {
                if (mine.get().contains(change.getPartnership())) {
                    tell(change);
                }
                change = waiting.poll();
            }
        }
    }

    private void tell(ScorecardChange change) {
        Long known = told.put(change.getPartnership(), change.getRevision());
        if (known == null || known < change.getRevision()) {
            page.next(change);
        } else {
            told.put(change.getPartnership(), known);
        }
    }
}
