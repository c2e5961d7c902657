package dev.drumbeat.testkit;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.List;

/** Things as a store keeps them, for tests that do not care by which request they came. */
public final class Kept {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Kept() {}

    public static Request request(String id) {
        return Request.of(Caller.service("test"), "request-" + id, "content of " + id);
    }

    public static <T> Versioned<T> first(String request, T value) {
        return Versioned.first(value, request(request), List.of());
    }

    public static <T> Versioned<T> changed(Versioned<T> before, String request, T value) {
        return before.next(value, request(request), NOW, List.of());
    }

    public static AuditEvent event(String id) {
        return new AuditEvent(id, "", NOW, Actor.service("test"), "thing.changed", "things/x", "", "{}", "");
    }
}
