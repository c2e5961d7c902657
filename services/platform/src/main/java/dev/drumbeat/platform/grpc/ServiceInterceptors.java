package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.identity.IdentityVerifier;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.List;

/** What every call to every service passes, in production and in tests: errors outermost, then the deadline, then identity. */
public final class ServiceInterceptors implements ServerInterceptor {
    /** The whole of a request, from the browser on. */
    public static final Duration REQUEST_LIMIT = Duration.ofSeconds(3);

    private final List<ServerInterceptor> fromOutermost;

    public ServiceInterceptors(IdentityVerifier verifier, CallerDirectory directory, FaultTranslator translator) {
        this.fromOutermost = List.of(
                new ErrorServerInterceptor(translator),
                new DeadlineServerInterceptor(REQUEST_LIMIT),
                new IdentityServerInterceptor(verifier, directory));
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        ServerCallHandler<Q, A> handler = next;
        for (ServerInterceptor interceptor : fromOutermost.reversed()) {
            ServerCallHandler<Q, A> inner = handler;
            handler = (innerCall, innerHeaders) -> interceptor.interceptCall(innerCall, innerHeaders, inner);
        }
        return handler.startCall(call, headers);
    }
}
