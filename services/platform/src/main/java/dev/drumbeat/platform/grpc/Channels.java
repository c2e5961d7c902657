package dev.drumbeat.platform.grpc;

import dev.drumbeat.platform.telemetry.TracedCalls;
import io.grpc.ClientInterceptor;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Connections to services of ours. */
public final class Channels {
    /** Both ends accept this much in one message. */
    public static final int MESSAGE_MAX_BYTES = 1024 * 1024;

    private static final long RETRY_MILLIS = 1_000;

    private Channels() {}

    /** @param target such as {@code dns:///kpis:50052}; every address behind it is used in turn */
    public static ManagedChannel open(String target, CallPolicy policy, ClientInterceptor... interceptors) {
        ManagedChannel channel = ManagedChannelBuilder.forTarget(target)
                .usePlaintext()
                .defaultLoadBalancingPolicy("round_robin")
                .defaultServiceConfig(policy.serviceConfig())
                .disableServiceConfigLookUp()
                .enableRetry()
                .keepAliveTime(60, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS)
                .maxInboundMessageSize(MESSAGE_MAX_BYTES)
                .intercept(interceptors)
                .intercept(new TracedCalls())
                .build();
        insist(channel);
        return channel;
    }

    /**
     * Who can't be reached is tried again every second. By itself a channel waits longer and longer, up to two minutes, and would not
     * notice in time who is back after being away for long.
     */
    private static void insist(ManagedChannel channel) {
        ConnectivityState state = channel.getState(false);
        switch (state) {
            case TRANSIENT_FAILURE ->
                CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(() -> {
                            channel.resetConnectBackoff();
                            insist(channel);
                        });
            case IDLE, CONNECTING, READY -> channel.notifyWhenStateChanged(state, () -> insist(channel));
            case SHUTDOWN -> {}
        }
    }

    /** Connects what is not connected; false when not all are within the limit. Who comes later is connected later. */
    public static boolean connect(List<ManagedChannel> channels, Duration limit) throws InterruptedException {
        CountDownLatch missing = new CountDownLatch(channels.size());
        channels.forEach(channel -> await(channel, missing));
        return missing.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void await(ManagedChannel channel, CountDownLatch missing) {
        ConnectivityState state = channel.getState(true);
        if (state == ConnectivityState.READY || state == ConnectivityState.SHUTDOWN) {
            missing.countDown();
        } else {
            channel.notifyWhenStateChanged(state, () -> await(channel, missing));
        }
    }
}
