package dev.drumbeat.systemtests.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.demo.DemoCheck;
import dev.drumbeat.launcher.HouseOptions;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One house, by the commands that {@code make} gives to the launcher. */
class DemoHouseTest {
    /** Ten vendors' months by five KPIs, and the made-up line's weeks. */
    private static final int VENDOR_FIGURES = 4_585;

    private record Said(int status, String words) {}

    @Test
    void the_demo_says_what_the_raw_lines_add_up_to_and_a_restored_house_is_the_one_that_was_backed_up(
            @TempDir Path directory) throws Exception {
        try (TestHouse house = TestHouse.start("demo")) {
            assertThat(command(house, "demo").words()).contains("Loaded in", "steady-drumbeat");
            assertThat(command(house, "demo").words()).contains("loaded already", "steady-drumbeat");
            checkFigures(house);

            String file = directory.resolve("kept.backup").toString();
            assertThat(command(house, "backup", file).status()).isZero();
            Setup administrator = new Setup(house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD));
            administrator.company("later", "Later Works");
            administrator.person("later-person", "Late Comer", "later", Partnership.PASSWORD);
            house.api().signIn(Setup.email("later-person"), Partnership.PASSWORD);

            assertThat(command(house, "restore", file))
                    .satisfies(said -> assertThat(said.status()).isNotZero())
                    .satisfies(said -> assertThat(said.words()).contains("is running"));
            house.house().stop();
            assertThat(command(house, "restore", file).status())
                    .as("restoring over other facts without being told to")
                    .isNotZero();
            assertThat(command(house, "restore", file, "--replace"))
                    .satisfies(
                            said -> assertThat(said.status()).as(said.words()).isZero());
            assertThat(command(house, "run").words()).contains("Started", "loaded already");

            checkFigures(house);
            assertThatThrownBy(() -> house.api().signIn(Setup.email("later-person"), Partnership.PASSWORD))
                    .hasMessageContaining("401");
        }
    }

    private static void checkFigures(TestHouse house) {
        DemoCheck.Report report = DemoCheck.run(house.house().address());
        assertThat(report.differences()).isEmpty();
        assertThat(report.compared()).isGreaterThan(VENDOR_FIGURES);
    }

    private static Said command(TestHouse house, String... words) throws IOException, InterruptedException {
        HouseOptions options = house.house().options();
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                options.root().resolve("launcher/target/classes").toString(),
                "dev.drumbeat.launcher.Main"));
        line.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(options.root().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(options.environment());
        builder.environment().put("DRUMBEAT_DATA", options.data().toString());
        builder.environment().put("DRUMBEAT_PORT_OFFSET", Integer.toString(options.portOffset()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), said);
    }
}
