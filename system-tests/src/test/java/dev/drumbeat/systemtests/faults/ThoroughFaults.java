package dev.drumbeat.systemtests.faults;

import dev.drumbeat.systemtests.house.TestHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The long form of {@link FaultsTest}, and a flood of figures, as {@code make faults} runs it: each process is killed {@code FAULTS_KILLS}
 * times. Writes what it saw to {@code FAULTS_FILE}.
 */
public final class ThoroughFaults {
    private static final int KILLS = 100;

    private ThoroughFaults() {}

    public static void main(String[] arguments) throws IOException {
        int kills = Integer.parseInt(System.getenv().getOrDefault("FAULTS_KILLS", Integer.toString(KILLS)));
        Path file = TestHouse.projectRoot().resolve(System.getenv().getOrDefault("FAULTS_FILE", "docs/faults.md"));
        Path directory = Files.createTempDirectory("drumbeat-faults");
        Flood.Seen flood = Flood.measure();
        System.out.println("flood: " + flood.line());
        FaultPlan plan = FaultPlan.thorough(FaultPlan.newSeed(), kills);
        FaultsReport report;
        try (FaultDrive drive = new FaultDrive("thorough-faults", directory, plan)) {
            drive.run();
            report = new FaultsReport(plan.seed(), kills, drive.recoveries(), drive.counts(), flood);
        }
        Files.writeString(file, report.markdown());
        System.out.println(report.line());
    }
}
