package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.faults.Fault.Kind;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.SignedTerms;
import dev.drumbeat.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Lives through a plan of faults while people read the page, enter figures, answer actions, hold meetings and deal with money, and
 * says after each of them whether the house keeps what it promises: nothing confirmed is lost, nothing is done twice, every open red
 * has exactly one action, statements and minutes are whole, and the page answers and names what it can't reach.
 */
final class FaultDrive implements AutoCloseable {
    /** As long as a test waits for what should take no ten seconds: a busy machine is no fault. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String PAGE = "the page";
    private static final int RED_KPIS = 12;
    private static final int REDS_A_ROUND = 4;
    private static final int FIGURE_WRITERS = 4;
    private static final int STATEMENTS = 6;

    private final FaultPlan plan;
    private final Random random;
    private final Hazards hazards;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Services ownerOps;
    private final Services partnerLeader;
    private final Services commenter;
    private final Room ownerRoom;
    private final Room partnerRoom;
    private final PayCalls payCalls;
    private final Partnership alder;
    private final PageReader reader;
    private final RedFigures reds;
    private final RedPromise promise;
    private final OwnerAgreement agreement;
    private final MeetingWriter meetings;
    private final MoneyWriter money;
    private final Map<String, Writer> writers = new LinkedHashMap<>();
    private final List<Recovery> recoveries = new ArrayList<>();

    FaultDrive(String name, Path directory, FaultPlan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.hazards = Hazards.start(name, directory);
        TestHouse testHouse = hazards.testHouse();
        World world = World.create(testHouse.api());
        alder = world.alder();
        Partnership birch = world.birch();
        ownerOps = as(alder, Seat.OWNER_OPS);
        partnerLeader = as(alder, Seat.PARTNER_LEADER);
        commenter = as(birch, Seat.OWNER_OPS);
        String partnership = "partnerships/" + alder.slug();
        reds = new RedFigures(ownerOps, partnerLeader, partnership);
        for (int i = 0; i < RED_KPIS; i++) {
            reds.create(i);
        }
        promise = new RedPromise(ownerOps, partnership, hazards.clock());
        agreement = new OwnerAgreement(ownerOps, partnerLeader, alder, hazards.clock());
        SignedParty owner = SignedParty.of(testHouse.api(), alder, Seat.OWNER_LEADER);
        Map<String, Object> terms = new HashMap<>(SignedTerms.deliveryBonus("95"));
        terms.put("firstPeriod", Partnership.month(STATEMENTS));
        SignedTerms.of(testHouse.api(), alder, terms, "As talked about");
        Awaitility.await("every month is stated")
                .atMost(PATIENCE)
                .until(() -> owner.statements().size() == STATEMENTS);
        payCalls = new PayCalls(hazards.house(), alder, hazards.clock());
        money = new MoneyWriter(payCalls, partnership, owner.statements());
        ownerRoom = new Room(hazards.house(), birch, Seat.OWNER_OPS, hazards.clock());
        partnerRoom = new Room(hazards.house(), birch, Seat.PARTNER_OPS, hazards.clock());
        meetings = new MeetingWriter(ownerRoom, partnerRoom);
        Setup ops = new Setup(alder.signIn(testHouse.api(), Seat.OWNER_OPS));
        for (int i = 0; i < FIGURE_WRITERS; i++) {
            ops.kpi(alder.slug(), FigureWriter.kpi(i));
            writers.put(
                    "figures " + i,
                    i % 2 == 0
                            ? FigureWriter.throughGateway(testHouse, ownerOps, alder, i)
                            : FigureWriter.direct(ownerOps, alder, i));
        }
        writers.put("comments", new CommentWriter(commenter, "partnerships/" + birch.slug()));
        writers.put("meetings", meetings);
        writers.put("money", money);
        reader = new PageReader(testHouse.api(), alder);
    }

    private Services as(Partnership partnership, Seat seat) {
        return Services.as(hazards.house(), "people/" + partnership.person(seat), hazards.clock());
    }

    Hazards hazards() {
        return hazards;
    }

    List<Recovery> recoveries() {
        return recoveries;
    }

    String counts() {
        StringBuilder text = new StringBuilder();
        writers.forEach((name, writer) -> text.append(text.isEmpty() ? "" : ", ")
                .append(writer.confirmedCount())
                .append(' ')
                .append(name));
        return "%s confirmed; %d statements signed, %d reds answered; %s"
                .formatted(text, money.signedCount(), promise.actionsCount(), reader.counts());
    }

    /** All of the plan; throws when something that was promised does not hold. */
    void run() {
        System.out.printf(
                "faults: DRUMBEAT_TEST_SEED=%d, %d rounds%n",
                plan.seed(), plan.faults().size());
        writers.values().forEach(Writer::begin);
        reader.begin();
        awaitRecovery(new Fault(Kind.KILLED, "nothing", Duration.ZERO), System.nanoTime());
        for (int round = 0; round < plan.faults().size(); round++) {
            Fault fault = plan.faults().get(round);
            Recovery recovery = play(fault);
            recoveries.add(recovery);
            System.out.printf(
                    Locale.ROOT,
                    "  %d of %d: %s; page whole after %.1f s, everybody writes after %.1f s; named: %s%n",
                    round + 1,
                    plan.faults().size(),
                    fault,
                    recovery.page().toMillis() / 1e3,
                    recovery.writes().toMillis() / 1e3,
                    reader.unreached());
        }
        reader.end();
        writers.values().forEach(Writer::end);
        writers.values().forEach(Writer::holds);
        money.holds(
                SignedParty.of(hazards.testHouse().api(), alder, Seat.OWNER_LEADER),
                SignedParty.of(hazards.testHouse().api(), alder, Seat.PARTNER_LEADER));
        System.out.println(counts());
        assertThat(reader.broken()).as("answers of the page that were none").isEmpty();
    }

    private Recovery play(Fault fault) {
        if (fault.kind() == Kind.CLOCK_FORWARD) {
            meetings.planForNobody();
        }
        RecordMeasurementsRequest batch = reds.nextDay(drawn());
        reader.during(fault);
        CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> reds.record(batch), background);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1, 60)).toNanos());
        hazards.begin(fault);
        if (!fault.movesTheClock()) {
            LockSupport.parkNanos(fault.size().toNanos());
        }
        long ended = System.nanoTime();
        hazards.end(fault);
        Recovery recovery = awaitRecovery(fault, ended);
        reader.afterwards();
        if (!fault.movesTheClock()) {
            hazards.house().awaitReady(fault.victim(), PATIENCE);
        }
        recorded.join();
        Awaitility.await("every open red has exactly one action after " + fault)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(promise::holds);
        if (fault.kind() == Kind.CLOCK_FORWARD) {
            meetings.awaitMissed();
        }
        if (random.nextInt(3) == 0) {
            agreement.aboutOneOf(promise.actions(), random);
            reds.correctNewest(random.nextInt(RED_KPIS));
        }
        return recovery;
    }

    /** The page is whole, and everybody who writes got something confirmed. */
    private Recovery awaitRecovery(Fault fault, long since) {
        Map<String, BooleanSupplier> waiting = new LinkedHashMap<>();
        waiting.put(PAGE, () -> reader.isWholeSince(since));
        writers.forEach((name, writer) -> waiting.put(name, writer.progress()));
        Map<String, Duration> after = new LinkedHashMap<>();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        waiting.forEach((name, progress) -> {
                            if (!after.containsKey(name) && progress.getAsBoolean()) {
                                after.put(name, Duration.ofNanos(System.nanoTime() - since));
                            }
                        });
                        return after.size() == waiting.size();
                    });
        } catch (ConditionTimeoutException e) {
            waiting.keySet().removeAll(after.keySet());
            throw new AssertionError(
                    "a minute after " + fault + " (seed " + plan.seed() + ") these did not go on: " + waiting.keySet(),
                    e);
        }
        return new Recovery(
                fault,
                Objects.requireNonNull(after.get(PAGE)),
                after.values().stream().max(Duration::compareTo).orElseThrow());
    }

    private Map<Integer, Boolean> drawn() {
        Map<Integer, Boolean> drawn = new LinkedHashMap<>();
        for (int i = 0; i < REDS_A_ROUND; i++) {
            drawn.put(random.nextInt(RED_KPIS), random.nextInt(3) > 0);
        }
        return drawn;
    }

    @Override
    public void close() {
        try {
            writers.values().forEach(Writer::stop);
            reader.end();
        } finally {
            background.shutdownNow();
            List.of(ownerOps, partnerLeader, commenter).forEach(Services::close);
            ownerRoom.close();
            partnerRoom.close();
            payCalls.close();
            hazards.close();
        }
    }
}
