package dev.drumbeat.gateway.graphql;

import graphql.ExecutionResult;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A stream that can't begin tells why as its only event, instead of that there is no stream. */
@Component
final class StreamedErrors implements WebGraphQlInterceptor, Ordered {
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return request.getHeaders().getAccept().contains(MediaType.TEXT_EVENT_STREAM)
                ? chain.next(request).map(StreamedErrors::streamed)
                : chain.next(request);
    }

    private static WebGraphQlResponse streamed(WebGraphQlResponse response) {
        ExecutionResult result = response.getExecutionResult();
        return response.getData() instanceof Publisher || result.getErrors().isEmpty()
                ? response
                : response.transform(builder -> builder.data(Flux.just(ExecutionResult.newExecutionResult()
                        .errors(result.getErrors())
                        .build())));
    }
}
