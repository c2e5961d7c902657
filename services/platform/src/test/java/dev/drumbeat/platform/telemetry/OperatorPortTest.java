package dev.drumbeat.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OperatorPortTest {
    private final AtomicBoolean ready = new AtomicBoolean();
    private final Meters meters = new Meters("bakery");
    private final OperatorPort port = new OperatorPort("127.0.0.1", freePort(), meters, ready::get);

    @AfterEach
    void close() {
        port.close();
        meters.close();
    }

    @Test
    void alive_and_ready_are_two_things() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/metrics").body()).contains("drumbeat_ready{process=\"bakery\"} 0.0");

        ready.set(true);

        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/metrics").body()).contains("drumbeat_ready{process=\"bakery\"} 1.0");
        assertThat(get("/anything").statusCode()).isEqualTo(404);
    }

    @Test
    void durations_come_in_buckets_that_can_be_added_up_over_processes() throws Exception {
        meters.timer("drumbeat.oven", "How long loaves take.", Tags.of("loaf", "rye"))
                .record(150, TimeUnit.MILLISECONDS);

        assertThat(get("/metrics").body())
                .contains("drumbeat_oven_seconds_bucket{loaf=\"rye\",process=\"bakery\",le=\"0.1\"} 0")
                .contains("drumbeat_oven_seconds_bucket{loaf=\"rye\",process=\"bakery\",le=\"0.2\"} 1")
                .contains("drumbeat_oven_seconds_count{loaf=\"rye\",process=\"bakery\"} 1")
                .contains("jvm_memory_used_bytes", "process_cpu_usage");
    }

    @Test
    void figures_are_looked_up_when_somebody_looks_and_are_no_number_when_they_cannot_be() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        meters.look(List.of(
                () -> List.of(Figure.of("drumbeat.loaves", "Loaves on the shelf.", 40 + looks.incrementAndGet())),
                () -> {
                    throw new IllegalStateException("the shelf can't be seen");
                }));
        assertThat(looks).hasValue(0);

        assertThat(get("/metrics").body()).contains("drumbeat_loaves{process=\"bakery\"} 41.0");
        assertThat(get("/metrics").body()).contains("drumbeat_loaves{process=\"bakery\"} 41.0");
        assertThat(looks).as("not for each of several who look at once").hasValue(1);
    }

    @Test
    void work_that_is_not_done_again_in_time_shows_how_late_it_is() throws Exception {
        new Lap("kneading", Duration.ofHours(1), meters);
        Lap late = new Lap("baking", Duration.ofNanos(1), meters);

        assertThat(get("/metrics").body())
                .contains("drumbeat_sweep_lag_seconds{process=\"bakery\",sweep=\"kneading\"} 0.0")
                .doesNotContain("drumbeat_sweep_lag_seconds{process=\"bakery\",sweep=\"baking\"} 0.0\n");
        try {
            late.run(() -> {
                throw new IllegalStateException("the oven is cold");
            });
        } catch (IllegalStateException e) {
            assertThat(get("/metrics").body())
                    .contains("drumbeat_sweep_failures_total{process=\"bakery\",sweep=\"baking\"} 1.0");
        }
    }

    @Test
    void a_port_that_is_taken_costs_the_figures_and_not_the_process() {
        try (OperatorPort second = new OperatorPort("127.0.0.1", port.port(), new Meters("other"), ready::get)) {
            assertThat(second.port()).isZero();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.port() + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
