package dev.drumbeat.cadence.agenda;

import java.time.Instant;
import java.util.List;

/** What another service said when it was asked, or that it could not be asked. */
public sealed interface Seen<T> {
    record Known<T>(List<T> facts, Instant at) implements Seen<T> {
        public Known {
            facts = List.copyOf(facts);
        }
    }

    record OutOfReach<T>() implements Seen<T> {}

    /** Nothing when it could not be asked. */
    default List<T> orNone() {
        return switch (this) {
            case Known<T>(List<T> facts, Instant at) -> facts;
            case OutOfReach<T>() -> List.of();
        };
    }

    default boolean isKnown() {
        return this instanceof Known<T>;
    }
}
