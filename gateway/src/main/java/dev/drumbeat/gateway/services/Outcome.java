package dev.drumbeat.gateway.services;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of many answers to one call: something known, nothing there, or the service's fault. */
public record Outcome<T>(@Nullable Known<T> known, @Nullable ServiceFault fault) {
    public static <T> Outcome<T> of(Known<T> known) {
        return new Outcome<>(known, null);
    }

    public static <T> Outcome<T> absent() {
        return new Outcome<>(null, null);
    }

    public static <T> Outcome<T> unreachable(ServiceFault fault) {
        return new Outcome<>(null, fault);
    }

    /** Empty when there is nothing. */
    public Optional<Known<T>> orFault() {
        if (fault != null) {
            throw fault;
        }
        return Optional.ofNullable(known);
    }
}
