package dev.drumbeat.platform.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Spans on their way to a collector, by OTLP over HTTP. Apart from {@link Tracing}, so that a process without it loads none of it. */
final class Exporting implements AutoCloseable {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
    private static final String RATIO = "OTEL_TRACES_SAMPLER_ARG";
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("service.namespace");

    private final SdkTracerProvider spans;
    private final SdkTracerProvider pages;
    private final Tracer page;
    private final GivenIds given = new GivenIds();

    private Exporting(String process, Map<String, String> environment) {
        // By the trace's id alone, which every process decides alike: nobody outside can make us record more than this.
        Sampler sampler = Sampler.traceIdRatioBased(ratio(environment));
        this.spans = provider(process, environment).setSampler(sampler).build();
        this.pages = provider("page", environment)
                .setSampler(sampler)
                .setIdGenerator(given)
                .build();
        this.page = pages.get("dev.drumbeat");
    }

    static boolean wanted(Map<String, String> environment) {
        return endpoint(environment) != null;
    }

    static Exporting of(String process, Map<String, String> environment) {
        return new Exporting(process, environment);
    }

    SdkTracerProvider spans() {
        return spans;
    }

    void page(PageSpan measured) {
        given.next(measured);
        page.spanBuilder(measured.name())
                .setNoParent()
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(measured.begin())
                .startSpan()
                .end(measured.begin().plus(measured.duration()));
    }

    private static SdkTracerProviderBuilder provider(String service, Map<String, String> environment) {
        Attributes who = Attributes.of(SERVICE, service, NAMESPACE, "drumbeat");
        return SdkTracerProvider.builder()
                .setResource(Resource.create(who))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter(environment))
                        .setScheduleDelay(EVERY)
                        .setExporterTimeout(LIMIT)
                        .build());
    }

    private static SpanExporter exporter(Map<String, String> environment) {
        OtlpHttpSpanExporterBuilder builder =
                OtlpHttpSpanExporter.builder().setTimeout(LIMIT).setEndpoint(String.valueOf(endpoint(environment)));
        for (String header : environment.getOrDefault(HEADERS, "").split(",")) {
            int split = header.indexOf('=');
            if (split > 0) {
                builder.addHeader(
                        header.substring(0, split).strip(),
                        URLDecoder.decode(header.substring(split + 1).strip(), StandardCharsets.UTF_8));
            }
        }
        return builder.build();
    }

    private static @Nullable String endpoint(Map<String, String> environment) {
        String traces = environment.getOrDefault(TRACES_ENDPOINT, "").strip();
        if (!traces.isEmpty()) {
            return traces;
        }
        String base = environment.getOrDefault(ENDPOINT, "").strip();
        return base.isEmpty() ? null : base.replaceFirst("/+$", "") + "/v1/traces";
    }

    private static double ratio(Map<String, String> environment) {
        String text = environment.getOrDefault(RATIO, "").strip();
        return text.isEmpty() ? 1 : Math.clamp(Double.parseDouble(text), 0, 1);
    }

    @Override
    public void close() {
        spans.shutdown().join(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        pages.shutdown().join(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The ids that a page chose. */
    private static final class GivenIds implements IdGenerator {
        private final ThreadLocal<PageSpan> span = new ThreadLocal<>();

        void next(PageSpan measured) {
            span.set(measured);
        }

        @Override
        public String generateTraceId() {
            return span.get().traceId();
        }

        @Override
        public String generateSpanId() {
            return span.get().spanId();
        }
    }
}
