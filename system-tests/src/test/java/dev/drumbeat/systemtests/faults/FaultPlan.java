package dev.drumbeat.systemtests.faults;

import dev.drumbeat.systemtests.faults.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What goes wrong, in which order, all of it drawn from one number: the same number gives the same plan.
 *
 * @param seed printed with every run; {@code DRUMBEAT_TEST_SEED} plays it again
 */
record FaultPlan(long seed, List<Fault> faults) {
    private static final List<String> PROCESSES =
            List.of("store", "partners", "kpis", "actions", "incentives", "cadence", "gateway");
    private static final List<String> SERVICES = List.of("partners", "kpis", "actions", "incentives", "cadence");
    private static final List<Kind> LINES = List.of(Kind.SLOW_LINE, Kind.CUT_LINE, Kind.SILENT_LINE);

    static long newSeed() {
        String given = System.getenv("DRUMBEAT_TEST_SEED");
        return given == null ? ThreadLocalRandom.current().nextLong(1_000_000) : Long.parseLong(given);
    }

    /** Each kind once; the processes that matter most are killed, and one more. */
    static FaultPlan brief(long seed) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        for (String victim : List.of(
                "store", "kpis", "gateway", one(List.of("partners", "actions", "incentives", "cadence"), random))) {
            faults.add(killed(victim, random));
        }
        faults.add(drawn(Kind.TERMINATED, one(PROCESSES, random), random));
        faults.add(drawn(Kind.PAUSED, one(PROCESSES, random), random));
        faults.add(drawn(Kind.SLOW_LINE, one(Links.ENDS, random), random));
        faults.add(drawn(Kind.CUT_LINE, "store", random));
        faults.add(drawn(Kind.SILENT_LINE, one(SERVICES, random), random));
        faults.add(drawn(Kind.OUT_OF_SPACE, "store", random));
        faults.add(drawn(Kind.CLOCK_FORWARD, Fault.HOUSE, random));
        Collections.shuffle(faults, random);
        // A clock can be set back only after it was ahead.
        Fault back = drawn(Kind.CLOCK_BACK, Fault.HOUSE, random);
        int ahead = faults.indexOf(
                faults.stream().filter(Fault::movesTheClock).findFirst().orElseThrow());
        faults.add(random.nextInt(ahead + 1, faults.size() + 1), back);
        return new FaultPlan(seed, List.copyOf(faults));
    }

    /** Each process is killed so often, and once is away for long; all else happens a tenth as often to each, and at least once. */
    static FaultPlan thorough(long seed, int kills) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        int others = Math.max(1, kills / 10);
        for (String process : PROCESSES) {
            faults.add(drawn(Kind.AWAY, process, random));
            for (int i = 0; i < kills; i++) {
                faults.add(killed(process, random));
            }
            for (int i = 0; i < others; i++) {
                faults.add(drawn(Kind.TERMINATED, process, random));
                faults.add(drawn(Kind.PAUSED, process, random));
            }
        }
        for (int i = 0; i < others; i++) {
            for (String end : Links.ENDS) {
                LINES.forEach(kind -> faults.add(drawn(kind, end, random)));
            }
            faults.add(drawn(Kind.OUT_OF_SPACE, "store", random));
            faults.add(drawn(Kind.CLOCK_FORWARD, Fault.HOUSE, random));
            faults.add(drawn(Kind.CLOCK_BACK, Fault.HOUSE, random));
        }
        Collections.shuffle(faults, random);
        return new FaultPlan(seed, List.copyOf(faults));
    }

    /** Two replicas of actions share its work: either is killed. */
    private static Fault killed(String victim, Random random) {
        String process = victim.equals("actions") && random.nextBoolean() ? "actions-2" : victim;
        return drawn(Kind.KILLED, process, random);
    }

    private static Fault drawn(Kind kind, String victim, Random random) {
        Duration size = switch (kind) {
            case AWAY -> Duration.ofSeconds(random.nextInt(25, 40));
            case KILLED, TERMINATED -> Duration.ofMillis(random.nextInt(100, 1_200));
            case PAUSED, SLOW_LINE, CUT_LINE, SILENT_LINE -> Duration.ofMillis(random.nextInt(1_500, 3_500));
            case OUT_OF_SPACE -> Duration.ofMillis(random.nextInt(500, 1_500));
            case CLOCK_FORWARD -> Duration.ofHours(random.nextInt(3, 30));
            case CLOCK_BACK -> Duration.ofMinutes(random.nextInt(1, 170));
        };
        return new Fault(kind, victim, size);
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
