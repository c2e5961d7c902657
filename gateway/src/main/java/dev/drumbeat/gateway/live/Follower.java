package dev.drumbeat.gateway.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

/**
 * One page that follows some scorecards, on a thread of its own. Tells each revision once. Ends as soon as its person may no
 * longer follow one of them, at most two seconds after partners knows.
 */
final class Follower implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);

    /** How often it is checked that the person still may. */
    private static final Duration CHECK_EVERY = Duration.ofMillis(400);

    /** A watch that broke unnoticed is made up for after this long. */
    private static final Duration READ_EVERY = Duration.ofSeconds(60);

    /** When it could not be read. */
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(2);

    /** More than this many changes waiting means that reading all anew is quicker. */
    private static final int WAITING_MAX = 256;

    private final FluxSink<Change> page;
    private final Supplier<Optional<Set<String>>> followed;
    private final Supplier<Optional<List<Change>>> reading;
    private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Queue<ChangeFeed> broken = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Instant> readAt = new AtomicReference<>(Instant.EPOCH);
    private final Map<Told, Long> told = new HashMap<>();

    private record Told(String partnership, Source source) {}

    /**
     * @param followed names of the partnerships that are followed; empty when the person may no longer follow them
     * @param reading the scorecards as they are, read anew; empty while they can't be
     */
    Follower(
            FluxSink<Change> page, Supplier<Optional<Set<String>>> followed, Supplier<Optional<List<Change>>> reading) {
        this.page = page;
        this.followed = followed;
        this.reading = reading;
    }

    /** Something changed; whether it concerns this page is found out on the page's own thread. */
    void offer(Change change) {
        if (!waiting.offer(change)) {
            readAnew();
        }
    }

    /** A service's changes may have been missed. */
    void missed(ChangeFeed feed) {
        broken.add(feed);
        readAnew();
    }

    private void readAnew() {
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
            log.info("A page's line ends", e);
        } finally {
            page.complete();
        }
    }

    private void follow() throws InterruptedException {
        while (!page.isCancelled()) {
            Optional<Set<String>> mine = followed.get();
            if (mine.isEmpty()) {
                return;
            }
            Instant last = readAt.get();
            if (Instant.now().isAfter(last.plus(READ_EVERY)) && readAt.compareAndSet(last, Instant.now())) {
                Optional<List<Change>> read = reading.get();
                read.ifPresent(changes -> changes.forEach(this::tell));
                if (read.isEmpty()) {
                    readAt.set(Instant.now().minus(READ_EVERY).plus(READ_AGAIN_AFTER));
                }
            }
            ChangeFeed feed = broken.poll();
            while (feed != null) {
                for (String partnership : mine.get()) {
                    feed.missed(partnership).ifPresent(this::tell);
                }
                feed = broken.poll();
            }
            Change change = waiting.poll(CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            while (change != null) {
                if (mine.get().contains(change.partnership())) {
                    tell(change);
                }
                change = waiting.poll();
            }
        }
    }

    private void tell(Change change) {
        Told what = new Told(change.partnership(), change.source());
        Long known = told.get(what);
        if (known == null || known < change.revision()) {
            told.put(what, change.revision());
            page.next(change);
        }
    }
}
