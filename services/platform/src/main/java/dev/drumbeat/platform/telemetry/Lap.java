package dev.drumbeat.platform.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.time.Duration;

/**
 * How late a piece of work is that is done again and again: 0 while it is on time, else the seconds since it should have been done.
 * By the machine's own time, whatever a moved clock says.
 */
public final class Lap {
    /** What is done about every minute may take a little longer now and then. */
    private static final double TOLERANCE = 1.25;

    private final double dueAfterSeconds;
    private final Counter failures;
    private volatile long doneAt = System.nanoTime();

    public Lap(String name, Duration period, Meters meters) {
        this.dueAfterSeconds = period.toMillis() / 1e3 * TOLERANCE;
        Gauge.builder("drumbeat.sweep.lag.seconds", this, Lap::late)
                .description("How many seconds overdue a piece of work is that is done again and again.")
                .tags("sweep", name)
                .register(meters.registry());
        this.failures = Counter.builder("drumbeat.sweep.failures")
                .description("How often it failed; it is tried again each time.")
                .tags("sweep", name)
                .register(meters.registry());
    }

    public void run(Runnable work) {
        try {
            work.run();
            doneAt = System.nanoTime();
        } catch (RuntimeException e) {
            failures.increment();
            throw e;
        }
    }

    /** Another replica has it in hand. */
    public void doneElsewhere() {
        doneAt = System.nanoTime();
    }

    private double late() {
        return Math.max(0, (System.nanoTime() - doneAt) / 1e9 - dueAfterSeconds);
    }
}
