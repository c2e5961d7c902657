package dev.drumbeat.systemtests.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can go wrong goes wrong once, in an order drawn from a printed seed, while people read and write. The long form is
 * {@link ThoroughFaults}.
 */
class FaultsTest {
    @TempDir
    private Path directory;

    @Test
    void whatever_breaks_nothing_confirmed_is_lost_or_done_twice_and_the_page_answers() {
        try (FaultDrive drive = new FaultDrive("faults", directory, FaultPlan.brief(FaultPlan.newSeed()))) {
            drive.run();
        }
    }
}
