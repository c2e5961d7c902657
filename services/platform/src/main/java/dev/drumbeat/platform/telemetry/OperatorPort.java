package dev.drumbeat.platform.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a process answers whoever operates it, apart from where it does its work: {@code /metrics}, {@code /health/live},
 * {@code /health/ready}. It has no authentication and so stays on the loopback, or behind a network policy.
 *
 * <p>Alive is a process that answers at all; ready is one that does its work. A port that is taken costs the figures, not the
 * process.
 */
public final class OperatorPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorPort.class);
    private static final String FIGURES = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final @Nullable HttpServer server;

    /**
     * @param port 0 for none
     * @param ready whether it does its work now
     */
    public OperatorPort(String host, int port, Meters meters, BooleanSupplier ready) {
        Gauge.builder("drumbeat.ready", ready, now -> now.getAsBoolean() ? 1 : 0)
                .description("1 while the process does its work, 0 while it can't.")
                .register(meters.registry());
        this.server = port == 0 ? null : open(host, port, meters, ready);
    }

    private static @Nullable HttpServer open(String host, int port, Meters meters, BooleanSupplier ready) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/metrics", exchange -> answer(exchange, 200, FIGURES, meters.scrape()));
            server.createContext("/health/live", exchange -> answer(exchange, 200, PLAIN, "UP\n"));
            server.createContext("/health/ready", exchange -> {
                boolean is = ready.getAsBoolean();
                answer(exchange, is ? 200 : 503, PLAIN, is ? "UP\n" : "DOWN\n");
            });
            server.createContext(
                    "/", exchange -> answer(exchange, 404, PLAIN, "/metrics /health/live /health/ready\n"));
            server.start();
            return server;
        } catch (IOException e) {
            LOG.warn("no figures on port {}: {}", port, e.toString());
            return null;
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            body.write(bytes);
        }
    }

    /** 0 when there is none. */
    public int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
