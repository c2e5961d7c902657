package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.platform.identity.VerifiedIdentity;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/** Lets nobody in whose identity is not verified, and tells the endpoint who it is. Health checks need none. */
final class IdentityServerInterceptor implements ServerInterceptor {
    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    static final String BEARER = "Bearer ";

    private static final String HEALTH = "grpc.health.v1.Health";

    private final IdentityVerifier verifier;
    private final CallerDirectory directory;

    IdentityServerInterceptor(IdentityVerifier verifier, CallerDirectory directory) {
        this.verifier = verifier;
        this.directory = directory;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (HEALTH.equals(call.getMethodDescriptor().getServiceName())) {
            return next.startCall(call, headers);
        }
        String header = headers.get(AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            throw Refusal.unauthenticated("identity.missing", "Sign in first: the request carries no identity.");
        }
        VerifiedIdentity identity = verifier.verify(header.substring(BEARER.length()));
        Caller caller = identity.isService()
                ? Caller.service(identity.serviceName())
                : directory
                        .resolve(identity.subject())
                        .orElseThrow(() -> Refusal.unauthenticated(
                                "identity.unknown", "Sign in again: this account or token is no longer active."));
        return Contexts.interceptCall(CallerContext.with(caller, identity.confirmedAt()), call, headers, next);
    }
}
