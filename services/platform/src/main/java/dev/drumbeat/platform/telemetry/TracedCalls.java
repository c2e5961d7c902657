package dev.drumbeat.platform.telemetry;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;

/** Every call that is asked on behalf of a request says which trace that belongs to, and is a span of it. */
public final class TracedCalls implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        Span parent = CurrentSpan.get();
        ClientCall<Q, A> call = next.newCall(method, options);
        if (!parent.getSpanContext().isValid()) {
            return call;
        }
        Span span = Tracing.ofProcess().asked(method.getFullMethodName(), parent);
        return new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                Tracing.send(span, headers, Traceparent.SETTER);
                super.start(span.isRecording() ? ending(listener, span) : listener, headers);
            }
        };
    }

    private static <A> ClientCall.Listener<A> ending(ClientCall.Listener<A> listener, Span span) {
        return new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
                Traceparent.end(span, status);
                super.onClose(status, trailers);
            }
        };
    }
}
