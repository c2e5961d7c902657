package dev.drumbeat.gateway.live;

import dev.drumbeat.platform.telemetry.Meters;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One watch per service over all partnerships, for every page of this process, taken up again whenever it breaks. It is a hint:
 * after each start every page reads anew, so nothing that happened in between is missed.
 */
@Component
final class ChangeWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** By now a watch that was asked for is in place. */
    private static final Duration IN_PLACE = Duration.ofSeconds(2);

    private final List<ChangeFeed> feeds;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Map<Source, ChangeFeed.Line> lines = new ConcurrentHashMap<>();
    private volatile List<Thread> watchers = List.of();

    ChangeWatch(List<ChangeFeed> feeds, Meters meters) {
        this.feeds = feeds;
        Gauge.builder("drumbeat.pages.live", followers, Set::size)
                .description("Pages that follow changes now.")
                .register(meters.registry());
    }

    void add(Follower follower) {
        followers.add(follower);
    }

    void remove(Follower follower) {
        followers.remove(follower);
    }

    int followerCount() {
        return followers.size();
    }

    @Override
    public void start() {
        List<Thread> threads = feeds.stream()
                .map(feed -> Thread.ofVirtual().name("change-watch").unstarted(() -> watch(feed)))
                .toList();
        watchers = threads;
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        List<Thread> running = watchers;
        watchers = List.of();
        lines.values().forEach(ChangeFeed.Line::cancel);
        running.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return !watchers.isEmpty();
    }

    private void watch(ChangeFeed feed) {
        Duration pause = FIRST_PAUSE;
        boolean broken = false;
        while (isRunning()) {
            try {
                ChangeFeed.Line line = feed.open();
                lines.put(feed.source(), line);
                if (broken) {
                    Thread.startVirtualThread(() -> readAnewWhenInPlace(feed, line));
                }
                Change change = line.next();
                while (change != null) {
                    tell(change);
                    pause = FIRST_PAUSE;
                    change = line.next();
                }
            } catch (StatusException | StatusRuntimeException e) {
                log.debug("the watch over {} broke: {}", feed.source(), e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
            broken = true;
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void tell(Change change) {
        followers.forEach(follower -> follower.offer(change));
    }

    /** Once per line that holds: while a service is away, lines come and go. */
    private void readAnewWhenInPlace(ChangeFeed feed, ChangeFeed.Line line) {
        try {
            Thread.sleep(IN_PLACE);
            if (!line.equals(lines.get(feed.source()))) {
                return;
            }
            followers.forEach(follower -> follower.missed(feed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
