package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where errors become statuses. Refusals travel with reason, rule and fields; a fault of ours is logged once with
 * a correlation id, which is all that the caller gets to know of it.
 */
final class ErrorServerInterceptor implements ServerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorServerInterceptor.class);

    private final FaultTranslator translator;

    ErrorServerInterceptor(FaultTranslator translator) {
        this.translator = translator;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Answering<Q, A> answering = new Answering<>(call);
        try {
            return new Guarded<>(next.startCall(answering, headers), answering);
        } catch (RuntimeException e) {
            answering.fail(e);
            return new ServerCall.Listener<>() {};
        }
    }

    private Refusal refusalOf(Throwable error, String method) {
        if (error instanceof Refusal refusal) {
            return refusal;
        }
        if (error instanceof StatusRuntimeException downstream) {
            switch (downstream.getStatus().getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED -> {
                    return Refusal.unavailable("Something this needs");
                }
                case UNAUTHENTICATED -> {
                    // Another service does not know us: clocks apart, or keys being changed. Nothing the caller did,
                    // and it passes.
                    LOG.warn("{} was not let in by a service that it needs", method, downstream);
                    return Refusal.unavailable("Something this needs");
                }
                default -> {}
            }
        }
        return translator.translate(error).orElseGet(() -> fault(error, method));
    }

    private static Refusal fault(Throwable error, String method) {
        String id = Ids.random();
        if (Context.current().isCancelled()) {
            LOG.debug("{} failed after its caller had gone ({})", method, id, error);
        } else {
            LOG.error("{} failed ({})", method, id, error);
        }
        return Refusal.of(
                Reason.INTERNAL,
                "fault." + id,
                "Something went wrong on our side. Quote " + id + " when you report it.");
    }

    /** Gives every error one answer, and no second. */
    private final class Answering<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final AtomicBoolean closed = new AtomicBoolean();

        private Answering(ServerCall<Q, A> call) {
            super(call);
        }

        private void fail(Throwable error) {
            if (closed.compareAndSet(false, true)) {
                Metadata trailers = new Metadata();
                Status status = ErrorDetails.encode(
                        refusalOf(error, getMethodDescriptor().getFullMethodName()), trailers);
                super.close(status, trailers);
            }
        }

        @Override
        public void close(Status status, Metadata trailers) {
            Throwable cause = status.getCause();
            if (!status.isOk() && cause != null) {
                fail(cause);
            } else if (closed.compareAndSet(false, true)) {
                super.close(status, trailers);
            }
        }
    }

    private static final class Guarded<Q, A> extends SimpleForwardingServerCallListener<Q> {
        private final Answering<Q, A> call;

        private Guarded(ServerCall.Listener<Q> listener, Answering<Q, A> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            guard(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            guard(super::onHalfClose);
        }

        @Override
        public void onReady() {
            guard(super::onReady);
        }

        private void guard(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                call.fail(e);
            }
        }
    }
}
