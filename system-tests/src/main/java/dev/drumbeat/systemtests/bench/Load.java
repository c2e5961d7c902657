package dev.drumbeat.systemtests.bench;

import dev.drumbeat.launcher.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Several askers, each of whom asks again as soon as they have their answer. */
record Load(House house, int askers, Duration time) {
    /** Asks once about a number that is drawn anew for each request; throws when the answer is not the wanted one. */
    interface Question {
        void ask(int drawn);
    }

    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private record Asked(long[] nanos, long failures) {}

    /** Asks as a measurement does, and keeps nothing. */
    void warm(Question question) {
        run(question, time);
    }

    Measured measure(String what, String way, Question question) {
        run(question, SETTLING);
        Duration before = ProcessCost.processorTime(house);
        long begin = System.nanoTime();
        List<Asked> asked = run(question, time);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Duration used = ProcessCost.processorTime(house).minus(before);
        long[] nanos = asked.stream()
                .flatMapToLong(one -> LongStream.of(one.nanos()))
                .sorted()
                .toArray();
        if (nanos.length == 0) {
            throw new IllegalStateException("no answer at all to " + what + " by " + way);
        }
        return new Measured(
                what,
                way,
                nanos.length / seconds,
                quantile(nanos, 0.5),
                quantile(nanos, 0.99),
                used.dividedBy(nanos.length),
                asked.stream().mapToLong(Asked::failures).sum());
    }

    private List<Asked> run(Question question, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Asked>> running = new ArrayList<>();
            for (int i = 0; i < askers; i++) {
                running.add(threads.submit(() -> askUntil(end, question)));
            }
            List<Asked> asked = new ArrayList<>();
            for (Future<Asked> one : running) {
                asked.add(one.get());
            }
            return asked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Asked askUntil(long end, Question question) {
        long[] nanos = new long[1_024];
        int count = 0;
        long failures = 0;
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            try {
                question.ask(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
            } catch (RuntimeException e) {
                failures++;
                // Somebody who is refused waits a moment; a busy loop would only measure itself.
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
                continue;
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = System.nanoTime() - begin;
        }
        return new Asked(Arrays.copyOf(nanos, count), failures);
    }

    private static Duration quantile(long[] sorted, double share) {
        return Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
    }
}
