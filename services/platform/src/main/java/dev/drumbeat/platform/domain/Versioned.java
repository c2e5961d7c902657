package dev.drumbeat.platform.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A thing as it is kept, in one document: with its revision, the requests it has answered and the events not yet told.
 *
 * @param created the request that made it
 */
public record Versioned<T>(T value, long revision, Request created, RequestLog requests, List<AuditEvent> untold) {
    public Versioned {
        untold = List.copyOf(untold);
    }

    public static <T> Versioned<T> first(T value, Request request, List<AuditEvent> events) {
        return new Versioned<>(value, 1, request, RequestLog.empty(), events);
    }

    public Versioned<T> next(T next, Request request, Instant at, List<AuditEvent> events) {
        List<AuditEvent> all = new ArrayList<>(untold);
        all.addAll(events);
        return new Versioned<>(next, revision + 1, created, requests.with(request, at, ""), all);
    }

    /** Whether this request has had its effect before; refused when its content was another. */
    public boolean isAnswered(Request request) {
        if (created.key().equals(request.key())) {
            request.requireSameContent(created.contentHash());
            return true;
        }
        return requests.answer(request).isPresent();
    }
}
