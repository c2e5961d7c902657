package dev.drumbeat.gateway.services;

import dev.drumbeat.platform.identity.IdentityMinter;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends along a signed token that names who asks: the subject of the call's options, or the gateway itself. */
final class SubjectIdentity implements ClientInterceptor {
    static final CallOptions.Key<String> SUBJECT = CallOptions.Key.create("subject");

    /** When the subject proved anew who they are; only with a subject. */
    static final CallOptions.Key<Instant> CONFIRMED_AT = CallOptions.Key.create("confirmed-at");

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final IdentityMinter minter;

    SubjectIdentity(IdentityMinter minter) {
        this.minter = minter;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        String subject = options.getOption(SUBJECT);
        Instant confirmedAt = options.getOption(CONFIRMED_AT);
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.put(AUTHORIZATION, "Bearer " + token(subject, confirmedAt));
                super.start(listener, headers);
            }
        };
    }

    private String token(@Nullable String subject, @Nullable Instant confirmedAt) {
        if (subject == null) {
            return minter.service();
        }
        return confirmedAt == null ? minter.token(subject) : minter.confirmedToken(subject, confirmedAt);
    }
}
