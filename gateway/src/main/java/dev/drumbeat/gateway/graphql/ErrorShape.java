package dev.drumbeat.gateway.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every entry of {@code errors} has a code, and a service that can't be reached is named once, however many fields it costs. */
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
        Set<Object> named = new HashSet<>();
        List<GraphQLError> kept = new ArrayList<>();
        for (GraphQLError error : errors) {
            GraphQLError coded = coded(error);
            Object service = coded.getExtensions().get("service");
            if (service == null || named.add(service)) {
                kept.add(coded);
            }
        }
        return response.transform(builder -> builder.errors(kept));
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
