package dev.drumbeat.platform.telemetry;

import io.grpc.Metadata;
import io.grpc.Status;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a trace's id stands in a call's metadata (W3C Trace Context), and how a call's end stands in its span. */
final class Traceparent {
    static final Metadata.Key<String> KEY = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

    static final TextMapSetter<Metadata> SETTER = (metadata, name, value) -> {
        if (metadata != null) {
            Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
            metadata.discardAll(key);
            metadata.put(key, value);
        }
    };

    static final TextMapGetter<Metadata> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Metadata metadata) {
            return metadata.keys();
        }

        @Override
        public @Nullable String get(@Nullable Metadata metadata, String name) {
            return metadata == null ? null : metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        }
    };

    private static final AttributeKey<String> STATUS = AttributeKey.stringKey("rpc.grpc.status");

    /** What is our fault; the rest is an answer. */
    private static final Set<Status.Code> FAULTS = Set.of(
            Status.Code.UNKNOWN,
            Status.Code.INTERNAL,
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.DATA_LOSS,
            Status.Code.UNIMPLEMENTED);

    private Traceparent() {}

    static void end(Span span, Status status) {
        span.setAttribute(STATUS, status.getCode().name());
        if (FAULTS.contains(status.getCode())) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
