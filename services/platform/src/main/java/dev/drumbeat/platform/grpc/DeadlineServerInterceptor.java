package dev.drumbeat.platform.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A call whose caller named no deadline gets ours, so that nothing runs for ever; what it calls in turn gets what is left.
 * Streams end when either side ends them.
 */
final class DeadlineServerInterceptor implements ServerInterceptor {
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("call-deadlines").factory());

    private final Duration limit;

    DeadlineServerInterceptor(Duration limit) {
        this.limit = limit;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (Context.current().getDeadline() != null
                || !call.getMethodDescriptor().getType().serverSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        Context.CancellableContext limited =
                Context.current().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS, TIMER);
        return Contexts.interceptCall(limited, new Releasing<>(call, limited), headers, next);
    }

    /** Lets the timer go when the call is answered. */
    private static final class Releasing<Q, A> extends io.grpc.ForwardingServerCall.SimpleForwardingServerCall<Q, A> {
        private final Context.CancellableContext context;

        private Releasing(ServerCall<Q, A> call, Context.CancellableContext context) {
            super(call);
            this.context = context;
        }

        @Override
        public void close(io.grpc.Status status, Metadata trailers) {
            super.close(status, trailers);
            context.cancel(null);
        }
    }
}
