package dev.drumbeat.gateway.graphql;

import dev.drumbeat.gateway.asker.AskerRefused;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What went wrong, as an entry of {@code errors}: what the asker needs to know, and nothing of how we are made. */
@Component
final class Faults implements DataFetcherExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        GraphQLError error = error(parameters.getDataFetchingEnvironment(), unwrapped(parameters.getException()));
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    private static GraphQLError error(DataFetchingEnvironment environment, Throwable fault) {
        return switch (fault) {
            case ServiceFault unreachable -> Reads.unreachable(environment, unreachable, null);
            case AskerRefused refused -> coded(environment, refused.code(), refused.getMessage());
            case InputFault input -> coded(environment, "BAD_USER_INPUT", input.getMessage());
            case Refusal refusal -> coded(environment, code(refusal.reason()), refusal.getMessage());
            default -> {
                Request request = Reads.request(environment);
                log.error(
                        "fault {} at {}",
                        request.correlationId(),
                        environment.getExecutionStepInfo().getPath(),
                        fault);
                yield GraphqlErrorBuilder.newError(environment)
                        .message("Something went wrong on our side.")
                        .extensions(Map.of("code", "INTERNAL", "correlationId", request.correlationId()))
                        .build();
            }
        };
    }

    private static String code(Reason reason) {
        return reason == Reason.INVALID_FIELD ? "BAD_USER_INPUT" : reason.name();
    }

    private static GraphQLError coded(
            DataFetchingEnvironment environment, String code, @org.jspecify.annotations.Nullable String message) {
        return GraphqlErrorBuilder.newError(environment)
                .message(String.valueOf(message).replace("%", "%%"))
                .extensions(Map.of("code", code))
                .build();
    }

    private static Throwable unwrapped(Throwable error) {
        Throwable cause = error.getCause();
        return (error instanceof CompletionException || error instanceof ExecutionException) && cause != null
                ? unwrapped(cause)
                : error;
    }
}
