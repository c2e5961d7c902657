package dev.drumbeat.testkit;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps things in a map, with the same promises as the store. */
public abstract class MemoryAggregates<T> implements Aggregates<T> {
    private final Map<String, Versioned<T>> things = new TreeMap<>();

    protected abstract String id(T value);

    /** What no two things may have in common, beside their id. */
    protected abstract List<String> uniqueParts(T value);

    @Override
    public final synchronized Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(things.get(id));
    }

    @Override
    public final synchronized Optional<Versioned<T>> madeBy(Request request) {
        return things.values().stream()
                .filter(kept -> kept.created().key().equals(request.key()))
                .findFirst();
    }

    @Override
    public final synchronized boolean create(Versioned<T> first) {
        boolean taken = things.containsKey(id(first.value()))
                || madeBy(first.created()).isPresent()
                || things.values().stream()
                        .anyMatch(kept ->
                                uniqueParts(kept.value()).stream().anyMatch(uniqueParts(first.value())::contains));
        if (!taken) {
            things.put(id(first.value()), told(first));
        }
        return !taken;
    }

    @Override
    public final synchronized boolean replace(Versioned<T> before, Versioned<T> next) {
        Versioned<T> kept = things.get(id(before.value()));
        if (kept == null || kept.revision() != before.revision()) {
            return false;
        }
        things.put(id(before.value()), told(next));
        return true;
    }

    protected final synchronized Stream<Versioned<T>> all() {
        return List.copyOf(things.values()).stream();
    }

    protected final synchronized void put(T value) {
        Versioned<T> kept = Objects.requireNonNull(things.get(id(value)));
        things.put(id(value), new Versioned<>(value, kept.revision(), kept.created(), kept.requests(), kept.untold()));
    }

    protected static <V> Page<V> page(Stream<V> all, Page.Wanted wanted, Function<V, String> position) {
        return Page.of(
                all.sorted(java.util.Comparator.comparing(position))
                        .filter(value -> position.apply(value).compareTo(wanted.after()) > 0)
                        .limit(wanted.size() + 1L)
                        .toList(),
                wanted,
                position);
    }

    private static <T> Versioned<T> told(Versioned<T> kept) {
        return new Versioned<>(kept.value(), kept.revision(), kept.created(), kept.requests(), List.of());
    }
}
