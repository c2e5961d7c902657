package dev.drumbeat.systemtests.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table that the documents quote. */
record Report(
        int partnerships,
        Duration load,
        Duration start,
        Map<String, Long> residentAtStart,
        Map<String, Long> residentAfter,
        int askers,
        List<Measured> table) {
    String markdown() {
        StringBuilder text = new StringBuilder("# Benchmarks\n\n");
        text.append(
                "Written by `make bench` on %s: %d processors, Java %s. The house, its data and those who ask share the machine.%n%n"
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version")));
        text.append(
                "Data: %,d partnerships × %d KPIs × %d weeks = %,d figures, recorded through the services in %,d s (%,.0f figures/s). "
                        .formatted(
                                partnerships,
                                BenchData.KPIS,
                                BenchData.WEEKS,
                                figures(),
                                load.toSeconds(),
                                figures() / Math.max(0.001, load.toMillis() / 1e3)));
        text.append(
                "%d askers, each of whom asks again as soon as answered; one person who is on every partnership.%n%n"
                        .formatted(askers));
        text.append("| answer | way | requests/s | p50 ms | p99 ms | processor ms per request | failed |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|\n");
        for (Measured line : table) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %.1f | %.1f | %.2f | %d |%n",
                    line.what(),
                    line.way(),
                    line.requestsPerSecond(),
                    millis(line.median()),
                    millis(line.ninetyNinth()),
                    millis(line.processorTime()),
                    line.failures()));
        }
        text.append("""

                Plain HTTP is the same JSON from an address of the gateway that exists for this comparison only: a floor. gRPC is
                the kpis service's own answer, without the names that partners adds. Processor time is that of all processes of
                the house together, without the asker's.

                """);
        text.append(String.format(
                Locale.ROOT,
                "From the start of all processes, in an empty house, to the first page: %.1f s.%n%n",
                start.toMillis() / 1e3));
        text.append("| process | resident MiB at start | afterwards |\n|---|---:|---:|\n");
        residentAtStart.forEach((name, mebibytes) ->
                text.append("| %s | %d | %d |%n".formatted(name, mebibytes, residentAfter.getOrDefault(name, 0L))));
        return text.toString();
    }

    private long figures() {
        return (long) partnerships * BenchData.KPIS * BenchData.WEEKS;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
