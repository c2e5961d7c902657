package dev.drumbeat.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.launcher.ProcessSpec.Readiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes: what is promised here is about the operating system. */
class HouseProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path data;

    private int port;
    private final List<HouseProcess> started = new ArrayList<>();

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void endAll() {
        started.forEach(HouseProcess::kill);
    }

    @Test
    void a_started_process_is_found_again_by_whoever_looks_later() {
        HouseProcess process = echo(Integer.toString(port));
        process.start();
        await(process::isReady);

        HouseProcess seenLater = echo(Integer.toString(port));
        assertThat(seenLater.find())
                .map(ProcessHandle::pid)
                .isEqualTo(process.find().map(ProcessHandle::pid));
        assertThat(seenLater.logTail()).contains("echo begins, a setting");
    }

    @Test
    void starting_what_runs_changes_nothing() {
        HouseProcess process = echo(Integer.toString(port));
        process.start();
        await(process::isReady);
        long before = process.find().orElseThrow().pid();

        process.start();

        assertThat(process.find().orElseThrow().pid()).isEqualTo(before);
    }

    @Test
    void a_process_that_was_killed_is_seen_to_be_gone_and_can_be_started_again() {
        HouseProcess process = echo(Integer.toString(port));
        process.start();
        await(process::isReady);

        process.find().orElseThrow().destroyForcibly();
        await(() -> !process.isRunning());
        process.start();

        await(process::isReady);
    }

    @Test
    void a_process_id_that_another_program_got_meanwhile_is_not_ours() throws IOException {
        HouseProcess process = echo(Integer.toString(port));
        Path file = new Layout(data).processId("echo");
        long someoneElse = ProcessHandle.current().pid();

        Files.writeString(file, someoneElse + "\n" + Instant.parse("2020-02-29T00:00:00Z") + "\n");
        assertThat(process.isRunning()).isFalse();

        Files.writeString(file, someoneElse + "\nnonsense\n");
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void a_process_ends_when_asked() {
        HouseProcess process = echo(Integer.toString(port));
        process.start();
        await(process::isReady);

        assertThat(process.stop(PATIENCE)).isTrue();

        assertThat(process.isRunning()).isFalse();
        assertThat(PortOwner.isFree(port)).isTrue();
    }

    @Test
    void a_process_that_does_not_end_when_asked_is_ended_hard() {
        HouseProcess process = echo(Integer.toString(port), "hang");
        process.start();
        await(process::isReady);

        assertThat(process.stop(Duration.ofMillis(300))).isFalse();

        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void a_taken_port_is_refused_with_the_name_of_who_has_it() {
        HouseProcess first = echo(Integer.toString(port));
        first.start();
        await(first::isReady);

        HouseProcess second = new HouseProcess(plan("other", Integer.toString(port)), new Layout(data));

        assertThatThrownBy(second::start)
                .isInstanceOf(HouseException.class)
                .hasMessageContaining("Port " + port + ", which other needs, is taken by process "
                        + first.find().orElseThrow().pid())
                .hasMessageContaining("Drumbeat's echo")
                .hasMessageContaining("DRUMBEAT_PORT_OFFSET");
    }

    @Test
    void what_ends_while_starting_leaves_its_last_words() {
        HouseProcess process = echo("fail");
        process.start();
        await(() -> !process.isRunning());

        assertThat(process.isReady()).isFalse();
        assertThat(process.logTail()).contains("echo can't begin");
    }

    @Test
    void a_paused_process_stays_and_goes_on_after_resume() throws IOException {
        HouseProcess process = echo(Integer.toString(port));
        process.start();
        await(process::isReady);

        process.signal("STOP");
        await(() -> stateOf(process) == 'T');
        assertThat(process.isRunning()).isTrue();

        process.signal("CONT");
        await(() -> stateOf(process) != 'T');
    }

    private static char stateOf(HouseProcess process) {
        try {
            String stat = Files.readString(
                    Path.of("/proc", Long.toString(process.find().orElseThrow().pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HouseProcess echo(String... arguments) {
        HouseProcess process = new HouseProcess(plan("echo", arguments), new Layout(data));
        started.add(process);
        return process;
    }

    private PlannedProcess plan(String name, String... arguments) {
        List<String> command = new JavaProgram(name, List.of(Path.of("target/test-classes")), Echo.class.getName())
                .command(List.of("-XX:TieredStopAtLevel=1"), List.of(arguments));
        return new PlannedProcess(name, port, Readiness.PORT, () -> command, Map.of("ECHO_SETTING", "a setting"));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
