package dev.drumbeat.platform.telemetry;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rate, errors and duration of every RPC, by its name and status. Streams that stay open are counted while they are. Belongs
 * outside of whatever turns errors into statuses.
 */
public final class CallFigures implements ServerInterceptor {
    public static final String NAME = "drumbeat.rpc";

    private static final String HEALTH = "grpc.health.v1.Health";

    private final Meters meters;
    private final Map<Asked, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();

    private record Asked(String method, Status.Code code) {}

    public CallFigures(Meters meters) {
        this.meters = meters;
    }

    /** Begins to count now. */
    public void begin() {
        timers.clear();
        meters.forget(NAME);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        MethodDescriptor<Q, A> method = call.getMethodDescriptor();
        if (HEALTH.equals(method.getServiceName())) {
            return next.startCall(call, headers);
        }
        return method.getType().serverSendsOneMessage()
                ? next.startCall(new Timed<>(call, System.nanoTime()), headers)
                : counted(call, headers, next);
    }

    private <Q, A> ServerCall.Listener<Q> counted(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        AtomicInteger streams = open.computeIfAbsent(shortName(call.getMethodDescriptor()), this::streams);
        streams.incrementAndGet();
        return new Ended<>(next.startCall(call, headers), streams::decrementAndGet);
    }

    private AtomicInteger streams(String rpc) {
        AtomicInteger count = new AtomicInteger();
        Gauge.builder("drumbeat.rpc.streams", count, AtomicInteger::get)
                .description("Streams that are open now.")
                .tags("rpc", rpc)
                .register(meters.registry());
        return count;
    }

    private Timer timer(Asked asked) {
        return meters.timer(
                NAME,
                "How long calls took to be answered, by RPC and status.",
                Tags.of("rpc", asked.method(), "code", asked.code().name()));
    }

    private static String shortName(MethodDescriptor<?, ?> method) {
        return String.valueOf(method.getBareMethodName());
    }

    private final class Timed<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final long begin;

        private Timed(ServerCall<Q, A> call, long begin) {
            super(call);
            this.begin = begin;
        }

        @Override
        public void close(Status status, Metadata trailers) {
            timers.computeIfAbsent(
                            new Asked(shortName(getMethodDescriptor()), status.getCode()), CallFigures.this::timer)
                    .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            super.close(status, trailers);
        }
    }
}
