package dev.drumbeat.demo.load;

import dev.drumbeat.demo.api.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in the house. A house that starts with the demo starts some weeks in the past; the loader takes it through those
 * weeks, so that whatever happened in them has its real order, dates and history. A house whose clock is not ours to move stands at
 * today, and nothing happened in it before.
 */
public final class HouseTime {
    /** Names the file that moves the clock of every process of the house. */
    private static final String SETTING = "DRUMBEAT_CLOCK_FILE";
    /** From writing the file until every process has moved. */
    private static final Duration SETTLING = Duration.ofMillis(160);

    private final Clock system;
    private final @Nullable Path file;
    private Duration offset;

    private HouseTime(Clock system, @Nullable Path file, Duration offset) {
        this.system = system;
        this.file = file;
        this.offset = offset;
    }

    public static HouseTime of(Map<String, String> environment, Clock system) {
        String named = environment.get(SETTING);
        if (named == null || named.isBlank() || !Files.exists(Path.of(named))) {
            return new HouseTime(system, null, Duration.ZERO);
        }
        try {
            return new HouseTime(
                    system,
                    Path.of(named),
                    Duration.parse(Files.readString(Path.of(named)).strip()));
        } catch (IOException unreadable) {
            throw new ApiException("The house's clock can't be read from " + named, unreadable);
        }
    }

    public Instant now() {
        return system.instant().plus(offset);
    }

    /** Whether there are weeks to live through before today. */
    public boolean isInThePast() {
        return offset.isNegative();
    }

    public Instant today() {
        return system.instant();
    }

    /** Moves on; a moment that has passed is now. */
    public void goTo(Instant moment) {
        if (file != null && moment.isAfter(now())) {
            offset = Duration.between(system.instant(), moment);
            write(file, offset.toString());
            settle();
        }
    }

    /** Back to today for good. */
    public void arrive() {
        if (file != null && isInThePast()) {
            offset = Duration.ZERO;
            // Written before it goes: a file that is only gone has no time of writing that all processes could count
            // from.
            write(file, offset.toString());
            settle();
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new ApiException("The house's clock is at today; its file is left: delete " + file, e);
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ApiException("The house's clock can't be moved: write " + file, e);
        }
    }

    private static void settle() {
        try {
            Thread.sleep(SETTLING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted while the house's clock moved", e);
        }
    }
}
