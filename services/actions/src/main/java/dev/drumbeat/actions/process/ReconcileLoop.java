package dev.drumbeat.actions.process;

import dev.drumbeat.actions.LiveActions;
import dev.drumbeat.actions.LiveActions.Live;
import dev.drumbeat.actions.Reconciler;
import dev.drumbeat.actions.Reconciliation;
import dev.drumbeat.platform.telemetry.Lap;
import dev.drumbeat.platform.telemetry.Meters;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconciles at the start, whenever it is hinted that something changed, and again and again without a hint. Every replica does so,
 * without a lease: doing it twice is harmless, and nobody waits for a lease that a dead process holds.
 */
@Singleton
final class ReconcileLoop implements Reconciliation, ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLoop.class);

    private final Reconciler reconciler;
    private final LiveActions actions;
    private final Duration period;
    private final Lap lap;
    private final Set<String> reds = new LinkedHashSet<>();
    private final Set<String> figures = new LinkedHashSet<>();
    private final Thread thread = Thread.ofVirtual().name("reconcile").unstarted(this::run);
    private boolean everything = true;

    private record Work(boolean everything, List<String> reds, List<String> figures) {}

    ReconcileLoop(
            Reconciler reconciler,
            LiveActions actions,
            @Value("${drumbeat.reconcile-period:5s}") Duration period,
            Meters meters) {
        this.lap = new Lap("reconciling", period, meters);
        this.reconciler = reconciler;
        this.actions = actions;
        this.period = period;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    @Override
    public synchronized void anything() {
        everything = true;
        notifyAll();
    }

    @Override
    public synchronized void redsOf(String partnership) {
        reds.add(partnership);
        notifyAll();
    }

    @Override
    public synchronized void figuresOf(String partnership) {
        figures.add(partnership);
        notifyAll();
    }

    private void run() {
        try {
            while (true) {
                Work work = next();
                try {
                    reconcile(work);
                } catch (RuntimeException e) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    LOG.warn("reconciliation failed and is tried again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reconcile(Work work) {
        if (work.everything()) {
            lap.run(reconciler::all);
            return;
        }
        work.reds().forEach(reconciler::one);
        work.figures().stream()
                .filter(partnership -> !work.reds().contains(partnership))
                .filter(partnership -> actions.live(partnership).stream().anyMatch(Live::watched))
                .forEach(reconciler::one);
    }

    private synchronized Work next() throws InterruptedException {
        long deadline = System.nanoTime() + period.toNanos();
        while (!everything && reds.isEmpty() && figures.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                everything = true;
            } else {
                wait(left);
            }
        }
        Work work = new Work(everything, List.copyOf(reds), List.copyOf(figures));
        everything = false;
        reds.clear();
        figures.clear();
        return work;
    }
}
