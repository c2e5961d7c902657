package dev.drumbeat.gateway.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Every entry of {@code errors} has a code, and a service that can't be reached is named once, however many fields it costs: with
 * the oldest moment of what is shown in its place, if there is any.
 */
@Component
final class ErrorShape implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(ErrorShape::shaped);
    }

    private static WebGraphQlResponse shaped(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        if (errors.isEmpty()) {
            return response;
        }
        Map<Object, Integer> named = new HashMap<>();
        List<GraphQLError> kept = new ArrayList<>();
        for (GraphQLError error : errors) {
            GraphQLError coded = coded(error);
            Object service = coded.getExtensions().get("service");
            Integer known = service == null ? null : named.putIfAbsent(service, kept.size());
            if (known == null) {
                kept.add(coded);
            } else if (tellsMore(coded, kept.get(known))) {
                kept.set(known, coded);
            }
        }
        return response.transform(builder -> builder.errors(kept));
    }

    private static boolean tellsMore(GraphQLError error, GraphQLError kept) {
        Object at = error.getExtensions().get("lastKnownAt");
        Object keptAt = kept.getExtensions().get("lastKnownAt");
        return at != null
                && (keptAt == null || Instant.parse(at.toString()).isBefore(Instant.parse(keptAt.toString())));
    }

    private static GraphQLError coded(GraphQLError error) {
        Map<String, Object> known = error.getExtensions();
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", known != null && known.get("code") != null ? known.get("code") : code(error));
        if (known != null) {
            known.forEach((key, value) -> {
                if (!key.equals("classification")) {
                    extensions.putIfAbsent(key, value);
                }
            });
        }
        return new PlainError(String.valueOf(error.getMessage()), error.getLocations(), error.getPath(), extensions);
    }

    private static String code(GraphQLError error) {
        if (error instanceof InvalidSyntaxError || error.getErrorType() == ErrorType.InvalidSyntax) {
            return "GRAPHQL_PARSE_FAILED";
        }
        if (error.getErrorType() == ErrorType.NullValueInNonNullableField) {
            return "NULL_VALUE";
        }
        return "GRAPHQL_VALIDATION_FAILED";
    }
}
