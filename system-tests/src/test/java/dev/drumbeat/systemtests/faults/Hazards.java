package dev.drumbeat.systemtests.faults;

import dev.drumbeat.launcher.House;
import dev.drumbeat.launcher.ProcessState;
import dev.drumbeat.platform.clock.MovableClock;
import dev.drumbeat.systemtests.house.TestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A house in which things go wrong on purpose: with a line in front of every process, a clock that moves, and two replicas of actions. */
final class Hazards implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SLOWLY = Duration.ofMillis(350);

    private final Links links;
    private final Path clockFile;
    private final Clock clock;
    private final TestHouse testHouse;
    private Duration offset = Duration.ZERO;

    private Hazards(Links links, Path clockFile, TestHouse testHouse) {
        this.links = links;
        this.clockFile = clockFile;
        this.clock = MovableClock.over(Clock.systemUTC(), clockFile.toString());
        this.testHouse = testHouse;
    }

    static Hazards start(String name, Path directory) {
        Path clockFile = directory.resolve("clock");
        Links links = Links.open();
        Map<String, String> settings = new HashMap<>(links.settings());
        settings.put("DRUMBEAT_ACTIONS_REPLICAS", "2");
        settings.put("DRUMBEAT_RECONCILE_PERIOD", "1s");
        settings.put(MovableClock.SETTING, clockFile.toString());
        try {
            return new Hazards(links, clockFile, TestHouse.start(name, settings));
        } catch (RuntimeException e) {
            links.close();
            throw e;
        }
    }

    TestHouse testHouse() {
        return testHouse;
    }

    House house() {
        return testHouse.house();
    }

    /** What the house takes for now. */
    Clock clock() {
        return clock;
    }

    /** A clock that is set back was ahead: it never shows a moment before the house began. */
    void begin(Fault fault) {
        switch (fault.kind()) {
            case KILLED, AWAY -> house().kill9(fault.victim());
            case TERMINATED -> house().terminate(fault.victim());
            case PAUSED -> house().pause(fault.victim());
            case SLOW_LINE -> links.to(fault.victim()).slow(SLOWLY);
            case CUT_LINE -> links.to(fault.victim()).cut();
            case SILENT_LINE -> links.to(fault.victim()).silence();
            case OUT_OF_SPACE -> fillTheDisk();
            case CLOCK_FORWARD -> moveClock(offset.plus(fault.size()));
            case CLOCK_BACK ->
                moveClock(offset.compareTo(fault.size()) < 0 ? Duration.ZERO : offset.minus(fault.size()));
        }
    }

    /** Whatever was there before is there again; whoever ended is started. Does not wait for anything. */
    void end(Fault fault) {
        switch (fault.kind()) {
            case KILLED, AWAY, TERMINATED, OUT_OF_SPACE -> house().start(fault.victim());
            case PAUSED -> house().resume(fault.victim());
            case SLOW_LINE, CUT_LINE, SILENT_LINE -> links.to(fault.victim()).restore();
            case CLOCK_FORWARD, CLOCK_BACK -> {}
        }
    }

    /**
     * The kernel lets the store write its file no further than to the middle: what lies beyond fails, as on a full disk, and does so
     * soon, because the store writes wherever it finds room. It counts for the process that runs, not for the one that is started in its
     * place. A full file system would need rights that a test has not everywhere.
     */
    private void fillTheDisk() {
        long limit = storeBytes() / 2;
        long process = house().inspect().stream()
                .filter(state -> state.name().equals("store"))
                .map(ProcessState::processId)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
        run("prlimit", "--pid", Long.toString(process), "--fsize=" + limit + ":" + limit);
        Awaitility.await("the store ends, because its file can't be written")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> house().inspect().stream()
                        .noneMatch(state -> state.name().equals("store") && state.running()));
    }

    private long storeBytes() {
        try {
            return Files.size(house().options().data().resolve("store/drumbeat.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The file is never seen half written. */
    private void moveClock(Duration to) {
        Path next = clockFile.resolveSibling("clock.next");
        try {
            Files.writeString(next, to.toString());
            Files.move(next, clockFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        offset = to;
    }

    @Override
    public void close() {
        testHouse.close();
        links.close();
    }
}
