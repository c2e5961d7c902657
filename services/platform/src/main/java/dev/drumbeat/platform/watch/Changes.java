package dev.drumbeat.platform.watch;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A kind of changes, and where they are found.
 *
 * @param name of the kind, for the log
 * @param since the {@code atOnce} oldest changes after a moment, oldest first; all of them when it bounds nothing
 * @param atOnce how many {@code since} gives at most
 * @param key what a change is a change of
 */
public record Changes<E>(
        String name,
        Function<Instant, List<E>> since,
        int atOnce,
        Function<E, String> key,
        Function<E, Instant> changedAt) {
    /** Everything that changed after a moment, for a watcher that comes back; a change may be told twice. */
    public void catchUp(Instant cursor, Consumer<E> listener) {
        List<E> missed = since.apply(cursor);
        missed.forEach(listener);
        while (missed.size() == atOnce) {
            // Several may have changed at the same moment: begin again with those, repeats are harmless.
            Instant last = changedAt.apply(missed.getLast());
            Instant next = changedAt.apply(missed.getFirst()).equals(last) ? last : last.minusMillis(1);
            missed = since.apply(next);
            missed.forEach(listener);
        }
    }
}
