package dev.drumbeat.gateway.services;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What counts against a service. Refusals are answers and what the caller did wrong is not the service's fault. */
public final class ServiceFailure implements Predicate<Throwable> {
    private static final Set<Status.Code> OUT_OF_REACH = Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);
    private static final Set<Status.Code> BROKEN =
            Set.of(Status.Code.INTERNAL, Status.Code.UNKNOWN, Status.Code.DATA_LOSS, Status.Code.UNIMPLEMENTED);

    @Override
    public boolean test(Throwable error) {
        return error instanceof TimeoutException
                || (error instanceof StatusRuntimeException status
                        && (isOutOfReach(status)
                                || BROKEN.contains(status.getStatus().getCode())));
    }

    static boolean isOutOfReach(StatusRuntimeException error) {
        return OUT_OF_REACH.contains(error.getStatus().getCode());
    }
}
