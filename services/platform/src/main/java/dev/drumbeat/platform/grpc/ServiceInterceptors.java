package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.telemetry.TracedServer;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What every call to every service passes, in production and in tests: its trace, then errors, then the deadline, then identity. */
public final class ServiceInterceptors implements ServerInterceptor {
    /** The whole of a request, from the browser on. */
    public static final Duration REQUEST_LIMIT = Duration.ofSeconds(3);

    private final List<ServerInterceptor> fromOutermost;

    /** @param outermost what looks at calls and their answers without having a part in them */
    public ServiceInterceptors(
            IdentityVerifier verifier,
            CallerDirectory directory,
            FaultTranslator translator,
            ServerInterceptor... outermost) {
        List<ServerInterceptor> all = new ArrayList<>(List.of(outermost));
        all.add(new TracedServer());
        all.add(new ErrorServerInterceptor(translator));
        all.add(new DeadlineServerInterceptor(REQUEST_LIMIT));
        all.add(new IdentityServerInterceptor(verifier, directory));
        this.fromOutermost = List.copyOf(all);
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
