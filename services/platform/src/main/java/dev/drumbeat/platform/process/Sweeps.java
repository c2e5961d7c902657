package dev.drumbeat.platform.process;

import dev.drumbeat.platform.mongo.Leases;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again, so that whatever was interrupted heals by itself. One of several equal processes does it
 * at a time; doing it twice must be harmless.
 */
@Singleton
public final class Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    private final Leases leases;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    Sweeps(Leases leases) {
        this.leases = leases;
    }

    /** Does the work about this often, from one period on after the start. A failure is logged and tried again next time. */
    public void every(Duration period, String name, Runnable work) {
        threads.add(Thread.ofVirtual().name("sweep-" + name).start(() -> repeat(period, name, work)));
    }

    @PreDestroy
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    private void repeat(Duration period, String name, Runnable work) {
        try {
            while (true) {
                long jitter = ThreadLocalRandom.current().nextLong(period.toMillis() / 5 + 1);
                Thread.sleep(period.toMillis() * 9 / 10 + jitter);
                once(period, name, work);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Duration period, String name, Runnable work) {
        try {
            if (leases.acquire(name, period.multipliedBy(2))) {
                work.run();
            }
        } catch (RuntimeException e) {
            LOG.warn("the sweep {} failed and is tried again", name, e);
        }
    }
}
