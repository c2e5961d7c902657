package dev.drumbeat.platform.process;

import dev.drumbeat.platform.mongo.Leases;
import dev.drumbeat.platform.telemetry.Lap;
import dev.drumbeat.platform.telemetry.Meters;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every {@link Sweep} of the process. */
@Context
final class Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    private final Leases leases;
    private final Map<String, Lap> laps = new HashMap<>();
    private final List<Thread> threads;

    Sweeps(Leases leases, List<Sweep> sweeps, Meters meters) {
        this.leases = leases;
        sweeps.forEach(sweep -> laps.put(sweep.name(), new Lap(sweep.name(), sweep.period(), meters)));
        this.threads = sweeps.stream()
                .map(sweep -> Thread.ofVirtual().name("sweep-" + sweep.name()).unstarted(() -> repeat(sweep)))
                .toList();
    }

    @PostConstruct
    void start() {
        threads.forEach(Thread::start);
    }

    @PreDestroy
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    private void repeat(Sweep sweep) {
        long period = sweep.period().toMillis();
        try {
            while (true) {
                long jitter = ThreadLocalRandom.current().nextLong(period / 5 + 1);
                Thread.sleep(period * 9 / 10 + jitter);
                once(sweep);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Sweep sweep) {
        Lap lap = Objects.requireNonNull(laps.get(sweep.name()));
        try {
            if (leases.acquire(sweep.name(), sweep.period().multipliedBy(2))) {
                lap.run(sweep.work());
            } else {
                lap.doneElsewhere();
            }
        } catch (RuntimeException e) {
            LOG.warn("the sweep {} failed and is tried again", sweep.name(), e);
        }
    }
}
