package dev.drumbeat.systemtests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that the documents quote. */
record Report(
        BenchData data,
        Duration load,
        Duration start,
        Map<String, Long> residentAtStart,
        Map<String, Long> residentAfter,
        int askers,
        List<Measured> table,
        List<PageCost> pages) {
    private static final String BEGIN = "<!-- what make bench writes begins here -->";
    private static final String END = "<!-- what make bench writes ends here -->";

    /** Replaces what an earlier run wrote; what people wrote around it stays. */
    static void write(Path file, String report) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n\n" + BEGIN + "\n" + END + "\n";
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(file + " has no place for measurements: " + BEGIN + " … " + END);
        }
        Files.writeString(
                file, text.substring(0, begin + BEGIN.length()) + "\n\n" + report + "\n" + text.substring(end));
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Written by `make bench` on %s: %d processors, Java %s. The house, its data and those who ask share the machine.%n%n"
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("java.version")));
        text.append(
                "Data: %,d partnerships × %d KPIs × %d weeks = %,d figures, recorded through the services in %,d s (%,.0f figures/s). "
                        .formatted(
                                data.partnerships(),
                                BenchData.KPIS,
                                data.weeks(),
                                data.figures(),
                                load.toSeconds(),
                                data.figures() / Math.max(0.001, load.toMillis() / 1e3)));
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
                the house together, without the asker's. Every way was asked for as long as it was then measured before any was measured; the
                small house (first line) was measured before the large one was loaded.

                In headless Chromium, one person signed in, the medians of %d openings and the worst of all interactions (a letter typed into the
                search, a status chosen, the order changed):

                | page | lines | first paint ms | lines shown ms | interaction to next paint ms |
                |---|---:|---:|---:|---:|
                """.formatted(PageCost.OPENINGS));
        for (PageCost page : pages) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %.0f |%n",
                    page.page(),
                    page.lines(),
                    page.firstPaint(),
                    page.shown(),
                    page.interaction()));
        }
        text.append(String.format(
                Locale.ROOT,
                "%nFrom the start of all processes, in an empty house, to the first page: %.1f s.%n%n",
                start.toMillis() / 1e3));
        text.append("| process | resident MiB at start | afterwards |\n|---|---:|---:|\n");
        residentAtStart.forEach((name, mebibytes) ->
                text.append("| %s | %d | %d |%n".formatted(name, mebibytes, residentAfter.getOrDefault(name, 0L))));
        return text.toString();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
