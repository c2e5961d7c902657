package dev.drumbeat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts every program once, in a house of its own that nobody uses, and keeps what the JVM learned from it as
 * {@link StartCaches}. Does nothing when all of it is known.
 */
public final class Learning {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Away from a house on the default ports, and from the houses beside it. */
    private static final int PORT_OFFSET = 13_700;

    private final StartCaches caches;
    private final HouseOptions options;
    private final HousePlan plan;

    /** @param root the project directory, whose modules were built */
    public Learning(Path root) {
        Path project = root.toAbsolutePath().normalize();
        this.caches = StartCaches.of(project);
        this.options = new HouseOptions(
                project,
                caches.directory().resolve("house"),
                PORT_OFFSET,
                Map.of(HousePlan.START_CACHES_SETTING, "record"));
        this.plan = new HousePlan(options);
    }

    /** Whether every program, as it is built now, has been learned. */
    public boolean isDone() {
        return ProcessTable.all().stream().map(this::cache).allMatch(Files::exists);
    }

    /** Learns what is not known. Takes about a minute of both processors; returns at once while another program does the same. */
    public void learn() {
        try {
            Files.createDirectories(caches.directory());
            Path lockFile = caches.directory().resolve("lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null && !isDone()) {
                    liveOnce();
                    drawAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't learn below " + caches.directory(), e);
        }
    }

    private void liveOnce() {
        House house = House.of(options);
        try {
            house.start();
            house.awaitReady(PATIENCE);
        } finally {
            house.stop(PATIENCE);
        }
    }

    private void drawAll() throws IOException {
        List<Path> drawn = new ArrayList<>();
        for (ProcessSpec spec : ProcessTable.all()) {
            Path cache = cache(spec);
            if (Files.exists(StartCaches.notes(cache))) {
                draw(spec, cache);
            }
            drawn.add(cache);
        }
        caches.keepOnly(drawn);
    }

    private void draw(ProcessSpec spec, Path cache) throws IOException {
        Path draft = cache.resolveSibling(cache.getFileName() + ".draft");
        Path log = options.data().resolve("log").resolve(spec.name() + "-cache.log");
        try {
            int status = new ProcessBuilder(caches.draw(plan.program(spec), plan.flags(spec), draft))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new HouseException("The JVM could not write a start cache for " + spec.name() + ": see " + log);
            }
            Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseException("interrupted", e);
        }
    }

    private Path cache(ProcessSpec spec) {
        return caches.cache(plan.program(spec), plan.flags(spec));
    }
}
