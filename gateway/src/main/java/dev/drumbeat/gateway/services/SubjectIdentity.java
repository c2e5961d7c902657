package dev.drumbeat.gateway.services;

import dev.drumbeat.platform.identity.IdentityMinter;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/** Sends along a signed token that names who asks: the subject of the call's options, or the gateway itself. */
final class SubjectIdentity implements ClientInterceptor {
    static final CallOptions.Key<String> SUBJECT = CallOptions.Key.create("subject");

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final IdentityMinter minter;

    SubjectIdentity(IdentityMinter minter) {
        this.minter = minter;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        String subject = options.getOption(SUBJECT);
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.put(AUTHORIZATION, "Bearer " + (subject == null ? minter.service() : minter.token(subject)));
                super.start(listener, headers);
            }
        };
    }
}
