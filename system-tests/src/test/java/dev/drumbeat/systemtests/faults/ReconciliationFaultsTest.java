package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.launcher.House;
import dev.drumbeat.platform.clock.MovableClock;
import dev.drumbeat.proto.actions.v1.AcceptOwnerRequest;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.ProposeOwnerRequest;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the product: whatever is down while figures turn red, afterwards each open red has exactly one action, every
 * escalation that was due is recorded once with its moment, and none is gone. Two replicas of actions run all the time, so every
 * round is a race as well. The seed is printed; set {@code DRUMBEAT_TEST_SEED} to play the same rounds again.
 */
class ReconciliationFaultsTest {
    private static final int ROUNDS = 55;
    private static final int KPIS = 24;
    private static final int KPIS_A_ROUND = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private Duration offset = Duration.ZERO;

    /** What goes wrong in a round. */
    private enum Fault {
        NOTHING,
        ACTIONS_AWAY,
        KPIS_KILLED_IN_A_BATCH,
        ONE_REPLICA_KILLED,
        BOTH_RESTARTED,
        CLOCK_MOVED;

        /** Every fault in the first rounds; then what starts three processes anew half as often as the others. */
        static Fault of(int round, RandomGenerator random) {
            if (round < values().length) {
                return values()[round];
            }
            Fault drawn = values()[random.nextInt(values().length)];
            return drawn == BOTH_RESTARTED && random.nextBoolean() ? NOTHING : drawn;
        }
    }

    @Test
    void every_open_red_has_exactly_one_action_and_every_escalation_exists_once() throws IOException {
        String given = System.getenv("DRUMBEAT_TEST_SEED");
        long seed = given == null ? ThreadLocalRandom.current().nextLong(1_000_000) : Long.parseLong(given);
        System.out.println("reconciliation faults: DRUMBEAT_TEST_SEED=" + seed);
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        Path clockFile = directory.resolve("clock");
        Clock clock = MovableClock.over(Clock.systemUTC(), clockFile.toString());
        Map<String, String> settings = Map.of(
                "DRUMBEAT_ACTIONS_REPLICAS",
                "2",
                "DRUMBEAT_RECONCILE_PERIOD",
                "1s",
                MovableClock.SETTING,
                clockFile.toString());
        try (TestHouse testHouse = TestHouse.start("reconciliation", settings)) {
            House house = testHouse.house();
            Partnership alder = World.create(testHouse.api()).alder();
            String partnership = "partnerships/" + alder.slug();
            try (Services ownerOps = Services.as(house, "people/" + alder.person(Seat.OWNER_OPS), clock);
                    Services partnerLeader = Services.as(house, "people/" + alder.person(Seat.PARTNER_LEADER), clock);
                    ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
                RedFigures figures = new RedFigures(ownerOps, partnerLeader, partnership);
                for (int i = 0; i < KPIS; i++) {
                    figures.create(i);
                }
                RedPromise promise = new RedPromise(ownerOps, partnership, clock);
                Agreement agreement = new Agreement(ownerOps, partnerLeader, alder, clock);
                for (int round = 0; round < ROUNDS; round++) {
                    Fault fault = Fault.of(round, random);
                    if (random.nextInt(4) == 0) {
                        figures.correctNewest(random.nextInt(KPIS));
                    }
                    play(fault, house, clockFile, random, background, figures);
                    String what = "after round " + round + " (" + fault + ", seed " + seed + ")";
                    Awaitility.await(what)
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(100))
                            .untilAsserted(promise::holds);
                    if (random.nextInt(4) == 0) {
                        agreement.aboutOneOf(promise.actions(), random);
                    }
                }
                System.out.printf(
                        "%d rounds: %d actions, %d escalations, clock moved by %s%n",
                        ROUNDS, promise.actionsCount(), promise.escalationsCount(), offset);
                assertThat(promise.actionsCount()).isGreaterThan(KPIS / 2);
                assertThat(promise.escalationsCount()).isGreaterThan(KPIS / 2);
            }
        }
    }

    private void play(
            Fault fault,
            House house,
            Path clockFile,
            RandomGenerator random,
            ExecutorService background,
            RedFigures figures)
            throws IOException {
        RecordMeasurementsRequest batch = figures.nextDay(reds(random));
        switch (fault) {
            case NOTHING -> figures.record(batch);
            case ACTIONS_AWAY -> {
                house.kill9("actions");
                house.kill9("actions-2");
                figures.record(batch);
                figures.record(figures.nextDay(reds(random)));
                if (random.nextBoolean()) {
                    move(clockFile, random);
                }
                again(house, "actions", "actions-2");
            }
            case KPIS_KILLED_IN_A_BATCH -> {
                CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> figures.record(batch), background);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1, 30)).toNanos());
                house.kill9("kpis");
                again(house, "kpis");
                recorded.join();
            }
            case ONE_REPLICA_KILLED -> {
                CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> figures.record(batch), background);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1, 60)).toNanos());
                String victim = random.nextBoolean() ? "actions" : "actions-2";
                house.kill9(victim);
                recorded.join();
                again(house, victim);
            }
            case BOTH_RESTARTED -> {
                CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> figures.record(batch), background);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1, 30)).toNanos());
                List.of("kpis", "actions", "actions-2").forEach(house::kill9);
                again(house, "actions", "actions-2", "kpis");
                recorded.join();
            }
            case CLOCK_MOVED -> {
                figures.record(batch);
                move(clockFile, random);
            }
        }
    }

    private static void again(House house, String... names) {
        List.of(names).forEach(house::start);
        List.of(names).forEach(name -> house.awaitReady(name, PATIENCE));
    }

    private static Map<Integer, Boolean> reds(RandomGenerator random) {
        Map<Integer, Boolean> reds = new LinkedHashMap<>();
        for (int i = 0; i < KPIS_A_ROUND; i++) {
            reds.put(random.nextInt(KPIS), random.nextInt(3) > 0);
        }
        return reds;
    }

    /** Hours or days at once; the file is never seen half written. */
    private void move(Path clockFile, RandomGenerator random) throws IOException {
        offset = offset.plusHours(random.nextInt(1, 60));
        Path next = clockFile.resolveSibling("clock.next");
        Files.writeString(next, offset.toString());
        Files.move(next, clockFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Both sides agree who has an action, so that it can become overdue. */
    private record Agreement(Services ownerOps, Services partnerLeader, Partnership partnership, Clock clock) {
        void aboutOneOf(List<CorrectiveAction> actions, RandomGenerator random) {
            List<CorrectiveAction> unowned =
                    actions.stream().filter(CorrectiveAction::hasUnownedSince).toList();
            if (unowned.isEmpty()) {
                return;
            }
            CorrectiveAction action = unowned.get(random.nextInt(unowned.size()));
            ProposeOwnerRequest proposal = ProposeOwnerRequest.newBuilder()
                    .setName(action.getName())
                    .setRevision(action.getRevision())
                    .setOwner("people/" + partnership.person(Seat.PARTNER_LEADER))
                    .setDueDate(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                            .plusDays(random.nextInt(1, 3))
                            .toString())
                    .setRequestId(UUID.randomUUID().toString())
                    .build();
            CorrectiveAction proposed = Patience.until(
                    "an owner is proposed", () -> ownerOps.actions().proposeOwner(proposal));
            AcceptOwnerRequest acceptance = AcceptOwnerRequest.newBuilder()
                    .setName(action.getName())
                    .setRevision(proposed.getRevision())
                    .setRequestId(UUID.randomUUID().toString())
                    .build();
            Patience.until("the owner accepts", () -> partnerLeader.actions().acceptOwner(acceptance));
        }
    }
}
