package dev.drumbeat.actions;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * Does what it can: a part that fails does not hold up the others.
 *
 * @param failed told of each part that could not be done now
 */
record Attempts(Consumer<RuntimeException> failed) {
    void one(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    <T> void each(Collection<T> all, Consumer<T> work) {
        all.forEach(item -> one(() -> work.accept(item)));
    }
}
