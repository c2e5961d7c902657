package dev.drumbeat.platform.telemetry;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a request took as its page saw it.
 *
 * @param traceId 32 and
 * @param spanId 16 hexadecimal digits, as the page sent them with the request
 * @param name of the operation; nothing that a person typed
 */
public record PageSpan(String traceId, String spanId, String name, Instant begin, Duration duration) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public PageSpan {
        if (!TraceId.isValid(traceId) || !SpanId.isValid(spanId)) {
            throw new IllegalArgumentException("not the ids of a span");
        }
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("not the duration of a request");
        }
    }
}
