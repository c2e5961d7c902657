package dev.drumbeat.actions.process;

import dev.drumbeat.actions.Reconciler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what reconciliation could not do, now and then: it tries again twice a second while something is down. */
final class Complaints implements Consumer<RuntimeException> {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime() - SILENCE.toNanos());

    @Override
    public void accept(RuntimeException cause) {
        long last = lastNanos.get();
        long now = System.nanoTime();
        boolean ends = Thread.currentThread().isInterrupted();
        if (!ends && now - last >= SILENCE.toNanos() && lastNanos.compareAndSet(last, now)) {
            LOG.warn("a part of reconciliation could not be done and is tried again: {}", cause.toString());
        }
    }
}
