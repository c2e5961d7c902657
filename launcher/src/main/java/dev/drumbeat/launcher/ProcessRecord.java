package dev.drumbeat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The process id of a started process, kept in a file together with the moment it started: an id that another program got
 * meanwhile is not ours.
 */
record ProcessRecord(Path file) {
    /** The kernel counts in ticks since boot, and the moment of boot moves with the clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    void write(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Path draft = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".draft"), process.pid() + "\n" + started + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, when it lives and is the one that was started. */
    Optional<ProcessHandle> find() {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                return Optional.empty();
            }
            Instant started = Instant.parse(lines.get(1));
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(Liveness::lives)
                    .filter(process -> isSame(process, started));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(started, actual).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }
}
