package dev.drumbeat.systemtests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wishes one thing after another on a thread of its own, and each of them five times at once under one request id, until every one
 * of the five is answered.
 */
final class Insistent {
    private static final int AT_ONCE = 5;

    /** The next wish. */
    interface Step {
        void take() throws InterruptedException;
    }

    private final Thread thread;
    private final AtomicInteger confirmed = new AtomicInteger();
    private volatile boolean goOn = true;
    private volatile @Nullable RuntimeException failure;

    Insistent(String name, Step step) {
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> repeat(step));
    }

    void begin() {
        thread.start();
    }

    void stop() {
        goOn = false;
    }

    void end() {
        stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throwFailure();
    }

    private void throwFailure() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    int confirmedCount() {
        return confirmed.get();
    }

    BooleanSupplier progress() {
        int before = confirmed.get();
        return () -> {
            throwFailure();
            return confirmed.get() > before;
        };
    }

    /** Says that one more wish was confirmed. */
    void confirm() {
        confirmed.incrementAndGet();
    }

    static void fiveAtOnce(String what, Supplier<?> wish) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> five = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                five.add(threads.submit(() -> Patience.until(what, wish)));
            }
            for (Future<?> one : five) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e.getCause());
        }
    }

    private void repeat(Step step) {
        try {
            while (goOn) {
                step.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
