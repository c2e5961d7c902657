package dev.drumbeat.platform.domain;

import java.util.Optional;

/** Where things of one kind are kept, each in one document that changes as a whole or not at all. */
public interface Aggregates<T> {
    Optional<Versioned<T>> find(String id);

    /** What this request made, should it have come before. */
    Optional<Versioned<T>> madeBy(Request request);

    /** False when the id, another unique part, or the request that makes it is there already. */
    boolean create(Versioned<T> first);

    /** False when somebody else changed it since it was {@code before}. */
    boolean replace(Versioned<T> before, Versioned<T> next);
}
