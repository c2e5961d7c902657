package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedLookupsTest {
    private final SharedLookups<Integer> lookups = new SharedLookups<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void one_after_the_other_each_looks_anew() {
        assertThat(lookups.of("people/ada", asked::incrementAndGet)).isEqualTo(1);
        assertThat(lookups.of("people/ada", asked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void nobody_gets_an_answer_that_began_before_the_question_and_those_who_wait_share_the_next() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> lookups.of("people/ada", () -> {
                begun.countDown();
                await(goOn);
                return asked.incrementAndGet();
            }));
            await(begun);
            List<Future<Integer>> later = new ArrayList<>();
            List<Thread> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                later.add(threads.submit(() -> {
                    synchronized (waiting) {
                        waiting.add(Thread.currentThread());
                    }
                    return lookups.of("people/ada", asked::incrementAndGet);
                }));
            }
            while (!allWait(waiting, later.size())) {
                Thread.onSpinWait();
            }
            goOn.countDown();

            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> one : later) {
                assertThat(one.get()).isEqualTo(2);
            }
        }
    }

    private static boolean allWait(List<Thread> threads, int wanted) {
        synchronized (threads) {
            return threads.size() == wanted
                    && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
