package dev.drumbeat.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One process of a house, running or not. It is started detached: it outlives whoever started it. */
final class HouseProcess {
    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(2);
    /** The ports of the services lie where clients' connections get theirs too: one that has taken ours gives it back soon. */
    private static final Duration PORT_RELEASE = Duration.ofSeconds(15);

    private static final long LOG_LIMIT_BYTES = 20L << 20;
    private static final int LOG_TAIL_LINES = 15;

    private final PlannedProcess plan;
    private final Path log;
    private final ProcessRecord record;

    HouseProcess(PlannedProcess plan, Layout layout) {
        this.plan = plan;
        this.log = layout.log(plan.name());
        this.record = new ProcessRecord(layout.processId(plan.name()));
    }

    String name() {
        return plan.name();
    }

    int port() {
        return plan.port();
    }

    Path log() {
        return log;
    }

    Optional<ProcessHandle> find() {
        return record.find();
    }

    boolean isRunning() {
        return find().isPresent();
    }

    /** Starts it, when it doesn't run. Returns at once: it is ready later. */
    void start() {
        if (isRunning()) {
            return;
        }
        claimPort();
        try {
            rotateLog();
            ProcessBuilder builder = new ProcessBuilder(
                            Detached.command(plan.command().get()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(plan.environment());
            record.write(builder.start().toHandle());
        } catch (IOException e) {
            throw new HouseException("Can't start " + plan.name() + ": " + e.getMessage(), e);
        }
    }

    /** Whether it answers now. */
    boolean isReady() {
        return isRunning()
                && switch (plan.readiness()) {
                    case PORT -> PortOwner.answers(plan.port());
                    case HTTP -> answersReady();
                };
    }

    /** Asks it to end and waits; after the time given it is ended hard. Answers whether it ended by itself. */
    boolean stop(Duration patience) {
        Optional<ProcessHandle> running = find();
        if (running.isEmpty()) {
            record.clear();
            return true;
        }
        ProcessHandle process = running.get();
        process.destroy();
        boolean ended = awaitEnd(process, patience);
        if (!ended) {
            process.destroyForcibly();
            awaitEnd(process, patience);
        }
        record.clear();
        return ended;
    }

    void kill() {
        find().ifPresent(process -> {
            process.destroyForcibly();
            awaitEnd(process, Duration.ofSeconds(20));
        });
        record.clear();
    }

    /** Sends a signal by name, such as {@code STOP}. */
    void signal(String signal) {
        ProcessHandle process = find().orElseThrow(() -> new HouseException(plan.name() + " does not run."));
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new HouseException("Can't send " + signal + " to " + plan.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseException("interrupted", e);
        }
    }

    /** The last lines of its log, for a person who wonders why it didn't start. */
    String logTail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    /** A process that was just killed gives its port back a moment later; one that lives does not. */
    private void claimPort() {
        long deadline = System.nanoTime() + PORT_RELEASE.toNanos();
        while (!PortOwner.isFree(plan.port())) {
            if (System.nanoTime() > deadline || PortOwner.find(plan.port()).isPresent()) {
                throw new HouseException(
                        "Port %d, which %s needs, is taken %s. Stop that, or set DRUMBEAT_PORT_OFFSET to move every port."
                                .formatted(plan.port(), plan.name(), PortOwner.describe(plan.port())));
            }
            Waiting.briefly();
        }
    }

    private boolean answersReady() {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(HEALTH_TIMEOUT).build()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + plan.port() + "/health/ready"))
                    .timeout(HEALTH_TIMEOUT)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean awaitEnd(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (Liveness.lives(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Waiting.briefly();
        }
        return true;
    }
}
