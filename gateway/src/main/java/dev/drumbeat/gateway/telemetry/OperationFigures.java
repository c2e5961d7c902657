package dev.drumbeat.gateway.telemetry;

import dev.drumbeat.gateway.graphql.RegisteredDocuments;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import graphql.GraphQLError;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each operation once, as a whole: nothing is measured per field, which would cost more than it tells. */
@Component
final class OperationFigures implements WebGraphQlInterceptor, Ordered {
    private final RegisteredDocuments documents;
    private final AnswerFigures figures;

    OperationFigures(RegisteredDocuments documents, AnswerFigures figures) {
        this.documents = documents;
        this.figures = figures;
    }

    /** Sees what is answered in the end. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String operation = documents.operation(request.getExtensions(), request.getDocument());
        Span span = CurrentSpan.get();
        span.updateName(operation);
        long begin = System.nanoTime();
        return chain.next(request).doOnNext(response -> {
            String outcome = outcome(response);
            figures.executed(operation, outcome, System.nanoTime() - begin);
            if (outcome.equals("fault") || outcome.equals("unavailable")) {
                span.setStatus(StatusCode.ERROR);
            }
        });
    }

    private static String outcome(WebGraphQlResponse response) {
        if (response.getData() instanceof Publisher) {
            return "stream";
        }
        Set<Object> codes = response.getExecutionResult().getErrors().stream()
                .map(GraphQLError::getExtensions)
                .map(extensions -> extensions == null ? "" : extensions.getOrDefault("code", ""))
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            return "ok";
        }
        if (codes.contains("INTERNAL") || codes.contains("NULL_VALUE")) {
            return "fault";
        }
        return codes.contains("SERVICE_UNAVAILABLE") ? "unavailable" : "refused";
    }
}
