package dev.drumbeat.testkit;

import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.grpc.ErrorDetails;
import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import dev.drumbeat.platform.grpc.ServiceInterceptors;
import dev.drumbeat.platform.mongo.MongoFaults;
import dev.drumbeat.platform.process.ServerLimits;
import io.grpc.BindableService;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A real gRPC server on the loopback, with the interceptors and limits of production. */
public final class GrpcHarness implements AutoCloseable {
    private final Identities identities;
    private final Server server;
    private final ManagedChannel channel;

    private GrpcHarness(Identities identities, Server server, ManagedChannel channel) {
        this.identities = identities;
        this.server = server;
        this.channel = channel;
    }

    public static GrpcHarness start(Identities identities, CallerDirectory directory, BindableService... services) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        NettyServerBuilder builder = ServerLimits.apply(NettyServerBuilder.forAddress(anyPort))
                .intercept(new ServiceInterceptors(identities.verifier(), directory, new MongoFaults()));
        for (BindableService service : services) {
            builder.addService(service);
        }
        try {
            Server server = builder.build().start();
            ManagedChannel channel = NettyChannelBuilder.forAddress(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
                    .usePlaintext()
                    .build();
            return new GrpcHarness(identities, server, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks as {@code people/…} or {@code tokens/…} through the gateway, or as {@code services/…} itself. */
    public Channel as(String subject) {
        return withToken(identities.token(subject));
    }

    /** Speaks with any token, a bad one too. */
    public Channel withToken(String token) {
        return ClientInterceptors.intercept(channel, new IdentityClientInterceptor(() -> token));
    }

    /** Speaks without identity. */
    public Channel anonymous() {
        return channel;
    }

    public int port() {
        return server.getPort();
    }

    /** The refusal with which a call is answered; fails the test when there is none. */
    public static Refusal refusalOf(ThrowingCallable call) {
        StatusRuntimeException error = Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
        Assertions.assertThat(error).as("the call was answered, not refused").isNotNull();
        return ErrorDetails.decode(error)
                .orElseThrow(() -> new AssertionError("refused without reason: " + error.getStatus(), error));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
