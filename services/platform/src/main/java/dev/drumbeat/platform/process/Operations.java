package dev.drumbeat.platform.process;

import dev.drumbeat.platform.telemetry.CallFigures;
import dev.drumbeat.platform.telemetry.FigureSource;
import dev.drumbeat.platform.telemetry.Meters;
import dev.drumbeat.platform.telemetry.OperatorPort;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** What the operator sees of this service, from its first moment on: alive at once, ready later. */
@Singleton
final class Operations {
    private final Meters meters;
    private final CallFigures calls;
    private final List<FigureSource> sources;
    private final OperatorPort port;
    private volatile boolean ready;

    Operations(
            Meters meters,
            CallFigures calls,
            List<FigureSource> sources,
            @Value("${drumbeat.operator.host:127.0.0.1}") String host,
            @Value("${drumbeat.operator.port:0}") int port) {
        this.meters = meters;
        this.calls = calls;
        this.sources = sources;
        this.port = new OperatorPort(host, port, meters, () -> ready);
    }

    /** The store is prepared: figures can be looked up, and calls count from now on. */
    void begin() {
        calls.begin();
        meters.look(sources);
    }

    void ready(boolean is) {
        ready = is;
    }

    @PreDestroy
    void stop() {
        port.close();
    }
}
