package dev.drumbeat.platform.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * This process's part in traces. The trace's id travels with every request by W3C {@code traceparent}, and stands in the log,
 * whether or not anything is exported. Spans are made only where {@code OTEL_EXPORTER_OTLP_ENDPOINT} names somebody who wants them.
 *
 * <p>One per process, like its log: clients and servers of it find it by {@link #ofProcess()}.
 */
public final class Tracing implements AutoCloseable {
    private static final Tracing SILENT = new Tracing(null);

    private static volatile Tracing ofProcess = SILENT;

    private final @Nullable Exporting exporting;
    private final Tracer tracer;

    private Tracing(@Nullable Exporting exporting) {
        this.exporting = exporting;
        this.tracer = (exporting == null ? TracerProvider.noop() : exporting.spans()).get("dev.drumbeat");
    }

    /** Makes it as the environment says, in the words of the OpenTelemetry specification, and the process's own from now on. */
    public static Tracing begin(String process, Map<String, String> environment) {
        ofProcess = Exporting.wanted(environment) ? new Tracing(Exporting.of(process, environment)) : SILENT;
        return ofProcess;
    }

    public static Tracing ofProcess() {
        return ofProcess;
    }

    /** Whether anybody gets to see spans. */
    public boolean isOn() {
        return exporting != null;
    }

    /** A request from outside, whose caller may have begun the trace; else it begins here. */
    public <C> Span arrived(String name, C carrier, TextMapGetter<C> headers) {
        Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), carrier, headers);
        Span span = tracer.spanBuilder(name)
                .setParent(parent)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        return span.getSpanContext().isValid() ? span : Span.wrap(randomIds());
    }

    /** A part of a span's work that is done elsewhere. */
    public Span asked(String name, Span parent) {
        return tracer.spanBuilder(name)
                .setParent(parent.storeInContext(Context.root()))
                .setSpanKind(SpanKind.CLIENT)
                .startSpan();
    }

    /** Tells whoever is asked what trace this belongs to. */
    public static <C> void send(Span span, C carrier, TextMapSetter<C> headers) {
        W3CTraceContextPropagator.getInstance().inject(span.storeInContext(Context.root()), carrier, headers);
    }

    /** What a page measured of a request that it sent; nothing when nobody wants it. */
    public void page(PageSpan span) {
        if (exporting != null) {
            exporting.page(span);
        }
    }

    private static SpanContext randomIds() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return SpanContext.create(
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1),
                hex.toHexDigits(random.nextLong() | 1),
                TraceFlags.getDefault(),
                TraceState.getDefault());
    }

    /** Sends what is left. */
    @Override
    public void close() {
        if (exporting != null) {
            exporting.close();
        }
        if (ofProcess == this) {
            ofProcess = SILENT;
        }
    }
}
