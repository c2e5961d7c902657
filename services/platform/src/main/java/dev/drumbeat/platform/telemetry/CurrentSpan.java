package dev.drumbeat.platform.telemetry;

import io.grpc.Context;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The span that the work at hand is a part of. Goes along with a call's gRPC context, wherever that goes. */
public final class CurrentSpan {
    private static final Context.Key<Span> KEY = Context.keyWithDefault("drumbeat-span", Span.getInvalid());

    private CurrentSpan() {}

    /** An invalid one outside of every request. */
    public static Span get() {
        return KEY.get();
    }

    public static Context with(Span span) {
        return Context.current().withValue(KEY, span);
    }

    /** The trace's id, 32 hexadecimal digits; empty outside of every request. */
    public static String traceId() {
        SpanContext ids = get().getSpanContext();
        return ids.isValid() ? ids.getTraceId() : "";
    }
}
