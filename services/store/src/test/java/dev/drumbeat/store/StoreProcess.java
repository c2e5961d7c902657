package dev.drumbeat.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store in a process of its own, as the launcher starts it. */
final class StoreProcess implements AutoCloseable {

    private static final String READY = "Store ready on ";
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final @Nullable String firstLine;

    private StoreProcess(Process process) throws IOException {
        this.process = process;
        this.firstLine = process.inputReader().readLine();
    }

    static StoreProcess start(Map<String, String> environment) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StoreServer.class.getName()));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return new StoreProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On any free port. */
    static StoreProcess start(Path file) {
        return start(Map.of("STORE_PORT", "0", "STORE_FILE", file.toString()));
    }

    String uri() {
        if (firstLine == null || !firstLine.startsWith(READY)) {
            throw new AssertionError("not ready: " + firstLine + " " + errors());
        }
        return firstLine.substring(READY.length());
    }

    /** Ends it as a power failure would, as far as the process is concerned. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Asks it to end, and says what it printed meanwhile. */
    String terminate() {
        process.toHandle().destroy(); // which, unlike the process, leaves the streams open
        awaitExit();
        return lines(process.inputReader());
    }

    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Of Linux. */
    long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        return 0;
    }

    String errors() {
        return lines(process.errorReader());
    }

    private static String lines(BufferedReader reader) {
        return reader.lines().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
