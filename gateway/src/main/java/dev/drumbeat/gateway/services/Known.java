package dev.drumbeat.gateway.services;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service's answer, as it is now or as it was last known.
 *
 * @param at when the service gave it
 * @param fault why it is not live; null when it is
 */
public record Known<T>(T value, Instant at, @Nullable ServiceFault fault) {
    public boolean live() {
        return fault == null;
    }
}
