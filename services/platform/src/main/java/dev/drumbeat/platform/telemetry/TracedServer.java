package dev.drumbeat.platform.telemetry;

import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;

/** Every call is a span of the trace that it says it belongs to. */
public final class TracedServer implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!headers.containsKey(Traceparent.KEY)) {
            return next.startCall(call, headers);
        }
        Span span = Tracing.ofProcess()
                .arrived(call.getMethodDescriptor().getFullMethodName(), headers, Traceparent.GETTER);
        ServerCall<Q, A> answered = span.isRecording() ? new Ending<>(call, span) : call;
        ServerCall.Listener<Q> listener = Contexts.interceptCall(CurrentSpan.with(span), answered, headers, next);
        return span.isRecording() ? new Ended<>(listener, span::end) : listener;
    }

    private static final class Ending<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Span span;

        private Ending(ServerCall<Q, A> call, Span span) {
            super(call);
            this.span = span;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            Traceparent.end(span, status);
            super.close(status, trailers);
        }
    }
}
