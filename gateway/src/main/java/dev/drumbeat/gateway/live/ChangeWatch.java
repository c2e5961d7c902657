package dev.drumbeat.gateway.live;

import dev.drumbeat.gateway.services.KpisStreams;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One watch over all scorecards for every page of this process, taken up again whenever it breaks. It is a hint: after each
 * start every page reads its scorecards anew, so nothing that happened in between is missed.
 */
@Component
final class ChangeWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** By now a watch that was asked for is in place. */
    private static final Duration IN_PLACE = Duration.ofSeconds(2);

    private final KpisStreams kpis;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread watcher;
    private volatile @Nullable BlockingClientCall<?, ScorecardChange> current;

    ChangeWatch(KpisStreams kpis) {
        this.kpis = kpis;
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
        watcher = Thread.ofVirtual().name("change-watch").start(this::watch);
    }

    @Override
    public void stop() {
        Thread running = watcher;
        watcher = null;
        BlockingClientCall<?, ScorecardChange> call = current;
        if (call != null) {
            call.cancel("the gateway stops", null);
        }
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        boolean broken = false;
        while (isRunning()) {
            try {
                BlockingClientCall<?, ScorecardChange> call = kpis.watchScorecards();
                current = call;
                if (broken) {
                    Thread.startVirtualThread(this::readAnewWhenInPlace);
                }
                ScorecardChange change = call.read();
                while (change != null) {
                    tell(change);
                    pause = FIRST_PAUSE;
                    change = call.read();
                }
            } catch (StatusException | StatusRuntimeException e) {
                log.debug("the watch over scorecards broke: {}", e.getMessage());
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

    private void tell(ScorecardChange change) {
        followers.forEach(follower -> follower.offer(change));
    }

    private void readAnewWhenInPlace() {
        try {
            Thread.sleep(IN_PLACE);
            followers.forEach(Follower::readAnew);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
