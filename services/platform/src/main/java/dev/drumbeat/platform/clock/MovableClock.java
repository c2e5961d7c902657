package dev.drumbeat.platform.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that a file moves, the same in every process of an installation, so that tests and demonstrations live through weeks.
 * The file holds an ISO-8601 duration that is added to the system's time, {@code -P91DT2H} for instance; no file is no offset.
 *
 * <p>It is read again every {@link #READ_EVERY} at most, and what was written takes effect {@link #DELAY} after it was written:
 * by then every process has read it, so all move at the same moment.
 */
public final class MovableClock extends Clock {
    /** Names the file; without it there is no such clock. */
    public static final String SETTING = "DRUMBEAT_CLOCK_FILE";

    static final Duration READ_EVERY = Duration.ofMillis(50);

    /** From the writing of an offset to its effect. */
    static final Duration DELAY = Duration.ofMillis(120);

    /** How long a call may be under way that began before the clock moved. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(MovableClock.class);

    private final Clock system;
    private final Path file;
    private volatile State state;

    /**
     * @param readAt system time of the last look at the file
     * @param writtenAt when the file was written, as it says
     * @param effectiveAt system time from which on {@code after} counts instead of {@code before}
     */
    private record State(Instant readAt, Instant writtenAt, Duration before, Duration after, Instant effectiveAt) {
        Duration offset(Instant now) {
            return now.isBefore(effectiveAt) ? before : after;
        }
    }

    private MovableClock(Clock system, Path file) {
        this.system = system;
        this.file = file;
        State unmoved = new State(Instant.MIN, Instant.MIN, Duration.ZERO, Duration.ZERO, Instant.MIN);
        State first = read(unmoved, system.instant());
        this.state = new State(first.readAt(), first.writtenAt(), first.after(), first.after(), Instant.MIN);
    }

    /** The system's clock, moved by the file; the system's clock itself when no file is named. */
    public static Clock over(Clock system, String file) {
        return file.isBlank() ? system : new MovableClock(system, Path.of(file.strip()));
    }

    /**
     * The moments that another process may take for now. More than one only around a move, for what one process dated before it
     * and another checks after it.
     */
    public static List<Instant> moments(Clock clock) {
        return clock instanceof MovableClock movable ? movable.moments() : List.of(clock.instant());
    }

    @Override
    public Instant instant() {
        Instant now = system.instant();
        return now.plus(current(now).offset(now));
    }

    private List<Instant> moments() {
        Instant now = system.instant();
        State known = current(now);
        boolean isMoving = known.effectiveAt().isAfter(now.minus(UNDER_WAY));
        return isMoving
                ? List.of(now.plus(known.before()), now.plus(known.after()))
                : List.of(now.plus(known.offset(now)));
    }

    private State current(Instant now) {
        State known = state;
        if (now.isBefore(known.readAt().plus(READ_EVERY))) {
            return known;
        }
        State next = read(known, now);
        state = next;
        return next;
    }

    private State read(State known, Instant now) {
        // Asked first: no file is the usual state of a clock that has arrived, and an exception for each look is dear.
        if (!Files.exists(file)) {
            return gone(known, now);
        }
        try {
            Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
            if (writtenAt.equals(known.writtenAt())) {
                return again(known, now);
            }
            Duration offset = Duration.parse(Files.readString(file).strip());
            return moved(known, now, writtenAt, offset);
        } catch (NoSuchFileException e) {
            return gone(known, now);
        } catch (IOException | DateTimeException e) {
            LOG.warn("the clock stays as it is: {} can't be read as a duration ({})", file, e.toString());
            return again(known, now);
        }
    }

    private static State gone(State known, Instant now) {
        return known.writtenAt().equals(Instant.MIN)
                ? again(known, now)
                : moved(known, now, Instant.MIN, Duration.ZERO);
    }

    private static State again(State known, Instant now) {
        return new State(now, known.writtenAt(), known.before(), known.after(), known.effectiveAt());
    }

    private static State moved(State known, Instant now, Instant writtenAt, Duration offset) {
        Duration before = known.offset(now);
        if (offset.equals(known.after())) {
            return new State(now, writtenAt, known.before(), offset, known.effectiveAt());
        }
        Instant effectiveAt = (writtenAt.isAfter(now) || writtenAt.equals(Instant.MIN) ? now : writtenAt).plus(DELAY);
        return new State(now, writtenAt, before, offset, effectiveAt);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    /** Moved by the same file. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(system.withZone(zone), file);
    }
}
