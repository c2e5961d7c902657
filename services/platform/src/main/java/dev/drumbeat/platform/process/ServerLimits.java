package dev.drumbeat.platform.process;

import dev.drumbeat.platform.grpc.Channels;
import io.grpc.netty.NettyServerBuilder;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What a server of ours bears: the numbers are the architecture page's. */
public final class ServerLimits {
    private static final int CALLS_PER_CONNECTION = 1_000;
    private static final int RESETS = 200;
    private static final int RESETS_WINDOW_SECONDS = 30;

    private ServerLimits() {}

    /** Also makes every call run on a virtual thread of its own. */
    public static NettyServerBuilder apply(NettyServerBuilder builder) {
        return builder.executor(Executors.newVirtualThreadPerTaskExecutor())
                .maxInboundMessageSize(Channels.MESSAGE_MAX_BYTES)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
                .maxRstFramesPerWindow(RESETS, RESETS_WINDOW_SECONDS)
                .maxConnectionAge(5, TimeUnit.MINUTES)
                .maxConnectionAgeGrace(30, TimeUnit.SECONDS)
                .keepAliveTime(60, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS)
                .permitKeepAliveTime(30, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
    }
}
