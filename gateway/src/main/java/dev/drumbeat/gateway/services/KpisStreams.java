package dev.drumbeat.gateway.services;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.platform.telemetry.CurrentSpan;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc;
import dev.drumbeat.proto.kpis.v1.KpisServiceGrpc.KpisServiceBlockingV2Stub;
import dev.drumbeat.proto.kpis.v1.ScorecardChange;
import dev.drumbeat.proto.kpis.v1.WatchScorecardsRequest;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import org.springframework.stereotype.Component;

/**
 * What stays open for longer than a call. Transfers have a bulkhead of their own, so that files don't keep pages waiting, and
 * heed the breaker without being measured by it: a large file is slow by nature.
 */
@Component
public final class KpisStreams {
    /** What is done with a stream. */
    public interface Transfer<A> {
        A run(KpisServiceBlockingV2Stub stub) throws StatusException, IOException, InterruptedException;
    }

    private final ManagedChannel channel;
    private final KpisServiceBlockingV2Stub stub;
    private final Bulkhead transfers;
    private final CircuitBreaker breaker;

    KpisStreams(ManagedChannel kpisChannel, BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers) {
        this.channel = kpisChannel;
        this.stub = KpisServiceGrpc.newBlockingV2Stub(kpisChannel);
        this.transfers = bulkheads.bulkhead("transfers");
        this.breaker = breakers.circuitBreaker(Service.KPIS.word());
    }

    public <A> A transfer(Request request, Transfer<A> transfer) throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw new ServiceFault(Service.KPIS, null);
        }
        breaker.releasePermission();
        try {
            transfers.acquirePermission();
        } catch (BulkheadFullException e) {
            throw new ServiceFault(Service.KPIS, e);
        }
        Context traced = CurrentSpan.with(request.span());
        Context before = traced.attach();
        try {
            return transfer.run(
                    stub.withOption(SubjectIdentity.SUBJECT, request.subject()).withDeadline(request.deadline()));
        } catch (StatusException e) {
            throw ServiceClient.translated(Service.KPIS, new StatusRuntimeException(e.getStatus(), e.getTrailers()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFault(Service.KPIS, e);
        } finally {
            traced.detach(before);
            transfers.releasePermission();
        }
    }

    /** Every scorecard's changes, asked for as the gateway. A connection that is waiting to be tried again is tried at once. */
    public BlockingClientCall<?, ScorecardChange> watchScorecards() {
        channel.resetConnectBackoff();
        return stub.watchScorecards(WatchScorecardsRequest.getDefaultInstance());
    }
}
