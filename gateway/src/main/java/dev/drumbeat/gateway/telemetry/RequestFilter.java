package dev.drumbeat.gateway.telemetry;

import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import dev.drumbeat.platform.telemetry.Tracing;
import io.grpc.Context;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Measures what is answered, and begins the gateway's part of a trace: the page's own when it sends a {@code traceparent}. The trace's
 * id is the request's id, by which people report what went wrong. A page whose span is recorded is told so, and then tells its part.
 */
final class RequestFilter extends OncePerRequestFilter {
    /** Tells the page that its request is recorded. */
    private static final String RECORDED = "traceresponse";

    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private static final TextMapGetter<HttpServletRequest> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    };

    private final Tracing tracing;
    private final AnswerFigures figures;

    RequestFilter(Tracing tracing, AnswerFigures figures) {
        this.tracing = tracing;
        this.figures = figures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        Span span = isWork(request.getRequestURI())
                ? tracing.arrived(request.getMethod(), request, HEADERS)
                : Span.getInvalid();
        if (span.getSpanContext().isValid()) {
            Problem.correlate(request, span.getSpanContext().getTraceId());
        }
        if (span.isRecording()) {
            response.setHeader(
                    RECORDED,
                    "00-" + span.getSpanContext().getTraceId() + "-"
                            + span.getSpanContext().getSpanId() + "-01");
        }
        Context traced = CurrentSpan.with(span);
        Context before = traced.attach();
        try {
            chain.doFilter(request, response);
        } finally {
            traced.detach(before);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new AtTheEnd(() -> end(request, response, span, begin)));
            } else {
                end(request, response, span, begin);
            }
        }
    }

    /** The page's files are many, small and alike; what tells of requests is none. */
    private static boolean isWork(String path) {
        return path.equals("/graphql")
                || path.startsWith("/calendar/")
                || path.startsWith("/api/") && !path.equals(PageSpansController.PATH);
    }

    private void end(HttpServletRequest request, HttpServletResponse response, Span span, long begin) {
        String type = response.getContentType();
        if (type == null || !type.startsWith("text/event-stream")) {
            figures.answered(route(request), response.getStatus(), System.nanoTime() - begin);
        }
        if (span.isRecording()) {
            span.setAttribute(STATUS, response.getStatus());
            if (response.getStatus() >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
            if (!request.getRequestURI().equals("/graphql")) {
                span.updateName(request.getMethod() + " " + route(request));
            }
            span.end();
        }
    }

    /** What answered it, as written in our code; never the address that somebody typed. */
    private static String route(HttpServletRequest request) {
        if (request.getRequestURI().equals("/graphql")) {
            return "/graphql";
        }
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "none" : pattern.toString();
    }

    /** An answer that is finished elsewhere. */
    private record AtTheEnd(Runnable end) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            end.run();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It completes afterwards.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It completes afterwards.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
