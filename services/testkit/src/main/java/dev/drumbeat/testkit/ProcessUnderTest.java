package dev.drumbeat.testkit;

import dev.drumbeat.platform.grpc.IdentityClientInterceptor;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The service of the module under test, wired and configured as its process is, on a free port; only the clock is made up. It
 * can be started again on the same store.
 */
public final class ProcessUnderTest implements AutoCloseable {
    private final Identities identities;
    private final ApplicationContext context;
    private final ManagedChannel channel;

    private ProcessUnderTest(Identities identities, ApplicationContext context, ManagedChannel channel) {
        this.identities = identities;
        this.context = context;
        this.channel = channel;
    }

    /**
     * @param keys directory of the key files of {@code identities}
     * @param settings what else the process is told, as in its application.yml
     */
    public static ProcessUnderTest start(
            String name,
            Path keys,
            Identities identities,
            StoreUnderTest store,
            Clock clock,
            Map<String, Object> settings) {
        return start(name, keys, identities, store, settings, builder -> builder.singletons(clock));
    }

    /** With the clock of production, which {@code drumbeat.clock-file} among the settings may move. */
    public static ProcessUnderTest start(
            String name, Path keys, Identities identities, StoreUnderTest store, Map<String, Object> settings) {
        return start(name, keys, identities, store, settings, UnaryOperator.identity());
    }

    private static ProcessUnderTest start(
            String name,
            Path keys,
            Identities identities,
            StoreUnderTest store,
            Map<String, Object> settings,
            UnaryOperator<ApplicationContextBuilder> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("grpc.server.port", 0);
        all.put("grpc.server.host", InetAddress.getLoopbackAddress().getHostAddress());
        all.put("grpc.server.await-termination", "1s");
        all.put("drumbeat.mongodb-uri", store.uri());
        all.put("drumbeat.database", store.database().getName());
        all.put("drumbeat.signing-key", keys.resolve(name + ".private.jwk").toString());
        all.put("drumbeat.trusted-keys", keys.resolve("trusted").toString());
        ApplicationContext context = more.apply(ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .banner(false)
                        .properties(all))
                .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
                .usePlaintext()
                .build();
        return new ProcessUnderTest(identities, context, channel);
    }

    /** Speaks as {@code people/…} or {@code tokens/…} through the gateway, or as {@code services/…} itself. */
    public Channel as(String subject) {
        return ClientInterceptors.intercept(channel, new IdentityClientInterceptor(() -> identities.token(subject)));
    }

    /** Speaks with any token, a bad one too. */
    public Channel withToken(String token) {
        return ClientInterceptors.intercept(channel, new IdentityClientInterceptor(() -> token));
    }

    /** Speaks without identity. */
    public Channel anonymous() {
        return channel;
    }

    /** A part of the process, to look at what can't be seen from outside. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        channel.shutdownNow();
        context.close();
    }
}
