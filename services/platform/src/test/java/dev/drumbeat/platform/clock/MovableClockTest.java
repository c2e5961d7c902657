package dev.drumbeat.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MovableClockTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path directory;

    private final Ticking system = new Ticking();

    @Test
    void without_a_file_it_is_the_system_clock_itself() {
        assertThat(MovableClock.over(system, "")).isSameAs(system);
        assertThat(MovableClock.over(system, " ")).isSameAs(system);
    }

    @Test
    void a_missing_file_and_a_zero_are_no_offset() throws IOException {
        assertThat(clock().instant()).isEqualTo(START);

        write("PT0S\n");
        assertThat(clock().instant()).isEqualTo(START);
    }

    @Test
    void a_process_that_starts_takes_the_offset_at_once() throws IOException {
        write("-P91DT2H");

        assertThat(clock().instant()).isEqualTo(Instant.parse("2026-08-23T08:00:00Z"));
    }

    @Test
    void all_processes_move_at_the_same_moment_however_soon_they_read_the_file() throws IOException {
        Clock one = clock();
        system.advance(Duration.ofMillis(30));
        Clock other = clock();
        write("P8D");

        for (int millis = 0; millis < MovableClock.DELAY.toMillis(); millis += 10) {
            assertThat(one.instant()).isEqualTo(system.now);
            assertThat(other.instant()).isEqualTo(system.now);
            system.advance(Duration.ofMillis(10));
        }
        assertThat(one.instant()).isEqualTo(system.now.plus(Duration.ofDays(8)));
        assertThat(other.instant()).isEqualTo(system.now.plus(Duration.ofDays(8)));
    }

    @Test
    void around_a_move_both_times_are_now_and_later_only_one_is() throws IOException {
        Clock clock = clock();
        write("P8D");
        system.advance(Duration.ofMillis(300));

        assertThat(MovableClock.moments(clock)).containsExactly(system.now, system.now.plus(Duration.ofDays(8)));

        system.advance(Duration.ofSeconds(6));
        assertThat(MovableClock.moments(clock)).containsExactly(system.now.plus(Duration.ofDays(8)));
        assertThat(MovableClock.moments(system)).containsExactly(system.now);
    }

    @Test
    void what_is_no_duration_moves_nothing() throws IOException {
        write("P1D");
        Clock clock = clock();
        write("eight days");
        system.advance(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(system.now.plus(Duration.ofDays(1)));
    }

    @Test
    void a_removed_file_ends_the_offset() throws IOException {
        write("-P1D");
        Clock clock = clock();
        Files.delete(file());
        system.advance(Duration.ofMillis(100));
        assertThat(clock.instant()).isEqualTo(system.now.minus(Duration.ofDays(1)));
        system.advance(Duration.ofMillis(250));

        assertThat(clock.instant()).isEqualTo(system.now);
    }

    private Clock clock() {
        return MovableClock.over(system, file().toString());
    }

    private Path file() {
        return directory.resolve("clock");
    }

    private void write(String offset) throws IOException {
        Files.writeString(file(), offset);
        Files.setLastModifiedTime(file(), FileTime.from(system.now));
    }

    private static final class Ticking extends Clock {
        private Instant now = START;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
