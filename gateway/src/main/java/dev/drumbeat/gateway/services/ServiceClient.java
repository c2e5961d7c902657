package dev.drumbeat.gateway.services;

import com.google.common.util.concurrent.ListenableFuture;
import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.asker.SecurityLog;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.grpc.ErrorDetails;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractFutureStub;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one service on behalf of somebody, behind its bulkhead, breaker and time limiter. Blocks; meant for virtual threads.
 *
 * <p>Answers are results or {@link Refusal}s; everything else is a {@link ServiceFault}. Retries are not here: the channel
 * repeats what is idempotent.
 */
public final class ServiceClient<S extends AbstractFutureStub<S>> {
    private static final Logger log = LoggerFactory.getLogger(ServiceClient.class);
    private static final Set<Reason> FAULTS = Set.of(Reason.UNAVAILABLE, Reason.INTERNAL);

    private final Service service;
    private final S stub;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;

    ServiceClient(Service service, S stub, Bulkhead bulkhead, CircuitBreaker breaker, TimeLimiter limiter) {
        this.service = service;
        this.stub = stub;
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.limiter = limiter;
    }

    /** Asks as who asked us, within what is left of their time. */
    public <A> A call(Request request, Function<S, ListenableFuture<A>> rpc) {
        return watched(
                request,
                stub.withOption(SubjectIdentity.SUBJECT, request.subject()).withDeadline(request.deadline()),
                rpc);
    }

    /** Asks as who asked us, who has just proved anew who they are. */
    public <A> A callConfirmed(Request request, Instant confirmedAt, Function<S, ListenableFuture<A>> rpc) {
        return watched(
                request,
                stub.withOption(SubjectIdentity.SUBJECT, request.subject())
                        .withOption(SubjectIdentity.CONFIRMED_AT, confirmedAt)
                        .withDeadline(request.deadline()),
                rpc);
    }

    /** Asks as the gateway itself. */
    public <A> A callAsGateway(Deadline deadline, Function<S, ListenableFuture<A>> rpc) {
        return guarded(stub.withDeadline(deadline), rpc);
    }

    /** Asks as a known subject, outside any request. */
    public <A> A callAs(String subject, long limitMillis, Function<S, ListenableFuture<A>> rpc) {
        return guarded(
                stub.withOption(SubjectIdentity.SUBJECT, subject).withDeadlineAfter(limitMillis, TimeUnit.MILLISECONDS),
                rpc);
    }

    /** What somebody may not do is a line in the log of who watches the door: who, what rule, which request. */
    private <A> A watched(Request request, S ready, Function<S, ListenableFuture<A>> rpc) {
        Context traced = CurrentSpan.with(request.span());
        Context before = traced.attach();
        try {
            return guarded(ready, rpc);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.NOT_ALLOWED) {
                SecurityLog.notAllowed(request, refusal.rule());
            }
            throw refusal;
        } finally {
            traced.detach(before);
        }
    }

    private <A> A guarded(S ready, Function<S, ListenableFuture<A>> rpc) {
        try {
            return bulkhead.executeCallable(
                    () -> breaker.executeCallable(() -> limiter.executeFutureSupplier(() -> rpc.apply(ready))));
        } catch (StatusRuntimeException e) {
            throw translated(service, e);
        } catch (BulkheadFullException | CallNotPermittedException | TimeoutException e) {
            throw new ServiceFault(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFault(service, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a status means to whoever asked. */
    static RuntimeException translated(Service service, StatusRuntimeException error) {
        Refusal refusal = ErrorDetails.decode(error).orElse(null);
        if (refusal != null && !FAULTS.contains(refusal.reason())) {
            return refusal;
        }
        if (!ServiceFailure.isOutOfReach(error)) {
            log.warn("{} failed: {}", service.word(), error.getStatus());
        }
        return new ServiceFault(service, error);
    }
}
