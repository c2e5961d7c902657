package dev.drumbeat.platform.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.function.Supplier;

/** Sends a signed identity along with every call; which one is asked for each call. */
public final class IdentityClientInterceptor implements ClientInterceptor {
    private final Supplier<String> token;

    /** @param token such as {@code minter::service}, or what names the person of the request at hand */
    public IdentityClientInterceptor(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.put(IdentityServerInterceptor.AUTHORIZATION, IdentityServerInterceptor.BEARER + token.get());
                super.start(listener, headers);
            }
        };
    }
}
