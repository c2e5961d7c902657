package dev.drumbeat.platform.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes that take effect once, however often they are asked for and whoever else writes. */
public final class Writes {
    private static final int TRIES = 8;

    private Writes() {}

    /** What a decision changes; {@code next} equal to what is there changes nothing. */
    public record Change<T>(T next, List<AuditEvent> events) {}

    /**
     * Decides on the newest state until nobody was quicker. A refusal counts only while that state is still the newest: what a
     * decision reads besides it may tell of a quicker write already, even of the same request.
     */
    public static <T> Versioned<T> change(
            Aggregates<T> store,
            String id,
            String name,
            Request request,
            Instant at,
            Function<Versioned<T>, Change<T>> decision) {
        for (int i = 0; i < TRIES; i++) {
            Versioned<T> before = store.find(id).orElseThrow(() -> Refusal.notFound(name));
            if (before.isAnswered(request)) {
                return before;
            }
            Change<T> change;
            try {
                change = decision.apply(before);
            } catch (Refusal refusal) {
                if (isNewest(store, id, before)) {
                    throw refusal;
                }
                continue;
            }
            Versioned<T> next = before.next(change.next(), request, at, change.events());
            if (store.replace(before, next)) {
                return next;
            }
        }
        throw Refusal.staleRevision(name);
    }

    private static <T> boolean isNewest(Aggregates<T> store, String id, Versioned<T> known) {
        return store.find(id)
                .filter(newest -> newest.revision() == known.revision())
                .isPresent();
    }

    /** What the request made before, or what it makes now; empty when something unique of it is taken. */
    public static <T> Optional<Versioned<T>> create(
            Aggregates<T> store, T value, Request request, List<AuditEvent> events) {
        Versioned<T> first = Versioned.first(value, request, events);
        if (store.create(first)) {
            return Optional.of(first);
        }
        return madeBefore(store, request);
    }

    public static <T> Optional<Versioned<T>> madeBefore(Aggregates<T> store, Request request) {
        Optional<Versioned<T>> before = store.madeBy(request);
        before.ifPresent(made -> request.requireSameContent(made.created().contentHash()));
        return before;
    }

    /**
     * An event of the trail; the same change of the same revision always has the same id.
     *
     * @param partnership name of the partnership, empty for the installation
     */
    public static AuditEvent event(
            String partnership,
            Instant at,
            Actor actor,
            String action,
            String subject,
            long revision,
            String before,
            String after,
            String reason) {
        return new AuditEvent(
                Ids.of(subject, Long.toString(revision), action),
                partnership,
                at,
                actor,
                action,
                subject,
                before,
                after,
                reason);
    }
}
