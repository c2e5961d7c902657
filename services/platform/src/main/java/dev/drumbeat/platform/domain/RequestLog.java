package dev.drumbeat.platform.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The writes a document has answered, kept inside it so that effect and answer are one atomic write. Bounded: a repeat is
 * recognised among the last {@value #KEPT} writes to the same document.
 */
public record RequestLog(List<Answered> answered) {
    public static final int KEPT = 50;

    /**
     * One answered write.
     *
     * @param result what the answer is made from (a child's name, a revision); empty when the resource itself is the answer
     */
    public record Answered(String key, String contentHash, Instant at, String result) {}

    public RequestLog {
        answered = List.copyOf(answered);
    }

    public static RequestLog empty() {
        return new RequestLog(List.of());
    }

    /** What this request was answered before; refused when its content was another. */
    public Optional<Answered> answer(Request request) {
        Optional<Answered> before = answered.stream()
                .filter(entry -> entry.key().equals(request.key()))
                .findFirst();
        before.ifPresent(entry -> request.requireSameContent(entry.contentHash()));
        return before;
    }

    public RequestLog with(Request request, Instant at, String result) {
        List<Answered> next = new ArrayList<>(answered);
        next.add(new Answered(request.key(), request.contentHash(), at, result));
        return new RequestLog(next.subList(Math.max(0, next.size() - KEPT), next.size()));
    }
}
