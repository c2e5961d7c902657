package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.launcher.House;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Processes are killed without warning while figures are entered. What was confirmed is there afterwards, once; what was not
 * confirmed is there once or not at all; and the page shows what the figures say.
 */
class KilledProcessesTest {
    private static final int ROUNDS = 22;
    private static final int WRITERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The store most often: it alone keeps anything. */
    private static final List<List<String>> VICTIMS = List.of(
            List.of("store"),
            List.of("kpis"),
            List.of("store"),
            List.of("partners"),
            List.of("store", "kpis"),
            List.of("gateway"));

    @Test
    void nothing_confirmed_is_lost_and_nothing_is_doubled() {
        try (TestHouse testHouse = TestHouse.start("faults")) {
            House house = testHouse.house();
            World world = World.create(testHouse.api());
            Partnership alder = world.alder();
            Setup ops = new Setup(alder.signIn(testHouse.api(), Seat.OWNER_OPS));
            List<FigureWriter> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                ops.kpi(alder.slug(), FigureWriter.kpi(i));
                writers.add(
                        i % 2 == 0
                                ? FigureWriter.throughGateway(testHouse, alder, i)
                                : FigureWriter.direct(house, alder, i));
            }
            writers.forEach(FigureWriter::begin);
            RandomGenerator random =
                    RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(47);
            for (int round = 0; round < ROUNDS; round++) {
                killWhileWriting(house, writers, VICTIMS.get(round % VICTIMS.size()), random);
            }
            writers.forEach(FigureWriter::end);
            house.awaitReady(PATIENCE);

            int confirmed = writers.stream()
                    .mapToInt(writer -> writer.confirmed().size())
                    .sum();
            System.out.printf(
                    "%d figures confirmed, %d attempts failed, %d rounds of kill -9%n",
                    confirmed, writers.stream().mapToInt(FigureWriter::failures).sum(), ROUNDS);
            assertThat(confirmed).as("figures confirmed in all").isGreaterThan(ROUNDS * 4);
            try (Services services = Services.as(house, "people/" + alder.person(Seat.OWNER_OPS))) {
                writers.forEach(writer -> new Afterwards(services, alder.slug()).holds(writer));
            }
        }
    }

    /** One round: everybody writes; a process is killed at a random moment; it comes back; everybody writes again. */
    private static void killWhileWriting(
            House house, List<FigureWriter> writers, List<String> victims, RandomGenerator random) {
        List<BooleanSupplier> progress =
                writers.stream().map(FigureWriter::progress).toList();
        Awaitility.await("everybody gets figures confirmed")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> progress.stream().allMatch(BooleanSupplier::getAsBoolean));
        Awaitility.await("a moment nobody chose")
                .pollDelay(Duration.ofMillis(random.nextInt(1, 40)))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> true);
        victims.forEach(house::kill9);
        victims.forEach(house::start);
        victims.forEach(victim -> house.awaitReady(victim, PATIENCE));
    }
}
