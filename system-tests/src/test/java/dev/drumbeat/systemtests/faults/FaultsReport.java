package dev.drumbeat.systemtests.faults;

import dev.drumbeat.systemtests.faults.Fault.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a long run of faults came to, as the documents quote it. */
record FaultsReport(long seed, int kills, List<Recovery> recoveries, String counts, Flood.Seen flood) {
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private static final String HEAD = """
            # Faults

            Written by `FAULTS_KILLS=%d make faults` on %s: %d processors, Java %s, seed %d (`DRUMBEAT_TEST_SEED` plays it again). People, the
            house and its data share the machine.

            While things break, somebody has the page open, figures are entered, comments and decisions written, statements signed and
            disputed, each of the latter five times at once under one request id; reds open and close all the time. After each fault every open red had exactly
            one action. At the end nothing confirmed was missing, nothing was there twice, minutes and signed statements were whole, the journal
            verified, and each answer of the page was whole or named the services it could not reach.

            | what | process | times | page whole after, s: median | longest | everybody writes after, s: median | longest | within 10 s |
            |---|---|---:|---:|---:|---:|---:|---:|
            """;

    private static final String FOOT = """

            A process that ended is started again after a moment (away for long: after 25 to 40 s), and the time counts from there; a line
            and a paused process count from when they are as before. "Out of space" is the kernel's limit on the size of the store's file, which
            needs no rights to mount anything: the store ends, and is started with space again. Actions runs as two replicas, either of
            which is killed.

            In the whole run: %s.

            ## A flood of figures

            %s
            """;

    /** One line for the end of the run. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%d faults, %d kills of each process, %d recovered within 10 s, longest %.1f s; nothing lost, nothing"
                        + " twice; %s; flood: %s",
                recoveries.size(),
                kills,
                inTime(recoveries),
                seconds(recoveries.stream()
                        .map(Recovery::writes)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO)),
                counts,
                flood.line());
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEAD.formatted(
                kills,
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                seed));
        Map<Kind, Map<String, List<Recovery>>> lines = recoveries.stream()
                .collect(Collectors.groupingBy(
                        recovery -> recovery.fault().kind(),
                        TreeMap::new,
                        Collectors.groupingBy(
                                recovery -> recovery.fault().victim(), TreeMap::new, Collectors.toList())));
        lines.forEach((kind, victims) -> victims.forEach((victim, seen) -> text.append(line(kind, victim, seen))));
        text.append(FOOT.formatted(counts, flood.markdown()));
        return text.toString();
    }

    private static String line(Kind kind, String victim, List<Recovery> seen) {
        List<Duration> pages = seen.stream().map(Recovery::page).sorted().toList();
        List<Duration> writes = seen.stream().map(Recovery::writes).sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %.1f | %.1f | %d |%n",
                kind.words(),
                victim,
                seen.size(),
                seconds(pages.get(pages.size() / 2)),
                seconds(pages.getLast()),
                seconds(writes.get(writes.size() / 2)),
                seconds(writes.getLast()),
                inTime(seen));
    }

    private static long inTime(List<Recovery> seen) {
        return seen.stream()
                .filter(recovery -> recovery.writes().compareTo(PROMISED) <= 0)
                .count();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
