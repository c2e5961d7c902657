package dev.drumbeat.systemtests.bench;

import dev.drumbeat.launcher.House;
import dev.drumbeat.launcher.ProcessState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the processes of a house have used so far, from {@code /proc}. */
final class ProcessCost {
    /** {@code USER_HZ}: the kernel tells processor time in hundredths of a second. */
    private static final int TICKS_PER_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private ProcessCost() {}

    /** Processor time of all processes together. */
    static Duration processorTime(House house) {
        long ticks = house.inspect().stream().mapToLong(ProcessCost::ticks).sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    /** Resident memory of each process, in MiB. */
    static Map<String, Long> residentMebibytes(House house) {
        Map<String, Long> resident = new LinkedHashMap<>();
        for (ProcessState state : house.inspect()) {
            resident.put(state.name(), residentKibibytes(state.processId().orElseThrow()) / 1_024);
        }
        return resident;
    }

    private static long ticks(ProcessState state) {
        String stat = read("/proc/" + state.processId().orElseThrow() + "/stat");
        // What follows "pid (command) "; the command may hold anything.
        String[] columns = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(columns[USER_TICKS]) + Long.parseLong(columns[SYSTEM_TICKS]);
    }

    private static long residentKibibytes(long processId) {
        return read("/proc/" + processId + "/status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
