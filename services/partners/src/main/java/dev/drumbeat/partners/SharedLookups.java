package dev.drumbeat.partners;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many who look up the same thing at once share one look-up, but only one that began after each of them asked: nobody gets
 * an answer that is older than the question. Somebody on thousands of partnerships is a large answer, and a page asks several
 * times at once.
 */
final class SharedLookups<T> {
    private static final int SLOTS = 256;

    private final Slot<T>[] slots;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    SharedLookups() {
        slots = IntStream.range(0, SLOTS).mapToObj(ignored -> new Slot()).toArray(Slot[]::new);
    }

    T of(String key, Supplier<T> lookUp) {
        Slot<T> slot = slots[Math.floorMod(key.hashCode(), SLOTS)];
        long begun = slot.begun;
        slot.lock.lock();
        try {
            Answer<T> shared = slot.answer;
            if (shared != null && shared.number() > begun && shared.key().equals(key)) {
                return shared.value();
            }
            long number = slot.begun + 1;
            slot.begun = number;
            T value = lookUp.get();
            // Kept only for those who wait for it already.
            slot.answer = slot.lock.hasQueuedThreads() ? new Answer<>(key, number, value) : null;
            return value;
        } finally {
            slot.lock.unlock();
        }
    }

    private record Answer<T>(String key, long number, T value) {}

    private static final class Slot<T> {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile long begun;
        private @Nullable Answer<T> answer;
    }
}
