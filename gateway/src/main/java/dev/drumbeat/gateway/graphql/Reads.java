package dev.drumbeat.gateway.graphql;

import com.netflix.graphql.dgs.context.DgsContext;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.services.Known;
import dev.drumbeat.gateway.services.ServiceFault;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dataloader.BatchLoaderEnvironment;
import org.jspecify.annotations.Nullable;

/** What fetchers that ask services have in common. */
public final class Reads {
    private static final int PAGE_MAX = 100;

    private Reads() {}

    public static Request request(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(DgsContext.<Request>getCustomContext(environment));
    }

    public static Request request(BatchLoaderEnvironment environment) {
        return Objects.requireNonNull(DgsContext.<Request>getCustomContext(environment));
    }

    /** Reads on a thread of its own. */
    public static <T> CompletableFuture<T> async(Supplier<T> read) {
        return CompletableFuture.supplyAsync(read, Thread::startVirtualThread);
    }

    /** The answer; null for what is not there, or not for the asker to see. */
    public static <T> @Nullable T orNull(Supplier<T> read) {
        try {
            return read.get();
        } catch (Refusal refusal) {
            if (isAbsent(refusal)) {
                return null;
            }
            throw refusal;
        }
    }

    public static boolean isAbsent(Refusal refusal) {
        return refusal.reason() == Reason.NOT_FOUND || refusal.reason() == Reason.NOT_ALLOWED;
    }

    /** Something known, with an entry among the errors when it is not live. */
    public static <T, R> DataFetcherResult<R> result(DataFetchingEnvironment environment, Known<T> known, R value) {
        DataFetcherResult.Builder<R> result = DataFetcherResult.<R>newResult().data(value);
        ServiceFault fault = known.fault();
        if (fault != null) {
            result.error(unreachable(environment, fault, known.at()));
        }
        return result.build();
    }

    static GraphQLError unreachable(
            DataFetchingEnvironment environment, ServiceFault fault, @Nullable Instant lastKnownAt) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "SERVICE_UNAVAILABLE");
        extensions.put("service", fault.service().word());
        if (lastKnownAt != null) {
            extensions.put("lastKnownAt", lastKnownAt.toString());
        }
        return GraphqlErrorBuilder.newError(environment)
                .message(fault.service().word() + " can't be reached right now.")
                .extensions(extensions)
                .build();
    }

    /** How many are wanted; 1 to 100. */
    public static int first(DataFetchingEnvironment environment) {
        int first = environment.getArgumentOrDefault("first", 25);
        if (first < 1 || first > PAGE_MAX) {
            throw new InputFault("first must be 1 to " + PAGE_MAX + ".");
        }
        return first;
    }

    /** How many periods are wanted; 1 to 156. */
    public static int periods(@Nullable Object argument) {
        int periods = argument instanceof Integer number ? number : 0;
        if (periods < 1 || periods > 156) {
            throw new InputFault("periods must be 1 to 156.");
        }
        return periods;
    }

    public static String after(DataFetchingEnvironment environment) {
        return Objects.requireNonNullElse(environment.<String>getArgument("after"), "");
    }
}
