package dev.drumbeat.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTimeTest {
    private static final Instant TODAY = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock SYSTEM = Clock.fixed(TODAY, ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void a_house_whose_clock_is_not_ours_stands_at_today() {
        HouseTime time = HouseTime.of(
                Map.of("DRUMBEAT_CLOCK_FILE", directory.resolve("clock").toString()), SYSTEM);

        time.goTo(TODAY.plus(Duration.ofDays(7)));

        assertThat(time.isInThePast()).isFalse();
        assertThat(time.now()).isEqualTo(TODAY);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_house_in_the_past_goes_forward_only_and_arrives_at_today() throws IOException {
        Path file = Files.writeString(directory.resolve("clock"), "P-91D\n");
        HouseTime time = HouseTime.of(Map.of("DRUMBEAT_CLOCK_FILE", file.toString()), SYSTEM);
        assertThat(time.now()).isEqualTo(TODAY.minus(Duration.ofDays(91)));

        time.goTo(TODAY.minus(Duration.ofDays(84)));
        time.goTo(TODAY.minus(Duration.ofDays(90)));

        assertThat(Duration.parse(Files.readString(file))).isEqualTo(Duration.ofDays(-84));
        assertThat(time.isInThePast()).isTrue();

        time.arrive();

        assertThat(time.now()).isEqualTo(TODAY);
        assertThat(file).doesNotExist();
    }
}
