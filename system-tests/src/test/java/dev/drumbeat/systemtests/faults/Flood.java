package dev.drumbeat.systemtests.faults;

import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.KpiPlan;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Systems with ingestion tokens send ten times as many figures as they usually do, each in a request of its own, and do not wait for
 * answers, while somebody reads the page.
 */
final class Flood {
    /** Requests with a figure in a second, from all systems together, on a usual day: a figure of each of 300 KPIs a minute. */
    private static final int USUAL_RATE = 5;

    private static final int TIMES = 10;
    private static final int SYSTEMS = 5;
    private static final int PAGES_A_SECOND = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final LocalDate FIRST_DAY = LocalDate.parse("1970-01-01");

    /** How pages were answered in one stretch of time. */
    record Pages(int asked, int good, Duration median, Duration ninetyFifth) {}

    /** How the systems' requests were answered, by status; 200 is a figure confirmed. */
    record Seen(Pages idle, Pages usual, Pages flood, Map<Integer, Integer> answers) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%.2f %% of %d pages good, p95 %d ms against %d ms idle",
                    100.0 * flood.good() / flood.asked(),
                    flood.asked(),
                    flood.ninetyFifth().toMillis(),
                    idle.ninetyFifth().toMillis());
        }

        String markdown() {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%d systems send %d requests a second between them, each with one figure, and then %d; somebody"
                            + " asks for the page %d times a second.%n%n| | pages | good | p50 ms | p95 ms"
                            + " |%n|---|---:|---:|---:|---:|%n",
                    SYSTEMS,
                    USUAL_RATE,
                    USUAL_RATE * TIMES,
                    PAGES_A_SECOND));
            append(text, "nobody sends", idle);
            append(text, "usual", usual);
            append(text, "ten times that", flood);
            text.append("\nAnswers to the flood by status: ").append(answers).append(".\n");
            return text.toString();
        }

        private static void append(StringBuilder text, String what, Pages pages) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f %% | %d | %d |%n",
                    what,
                    pages.asked(),
                    100.0 * pages.good() / pages.asked(),
                    pages.median().toMillis(),
                    pages.ninetyFifth().toMillis()));
        }
    }

    private final Caller reader;
    private final Partnership partnership;
    private final List<Caller> systems = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    private Flood(TestHouse house) {
        partnership = World.create(house.api()).alder();
        reader = partnership.signIn(house.api(), Seat.OWNER_LEADER);
        Setup administrator = new Setup(house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD));
        Setup ops = new Setup(partnership.signIn(house.api(), Seat.OWNER_OPS));
        for (int i = 0; i < SYSTEMS; i++) {
            ops.kpi(partnership.slug(), KpiPlan.daily("plant-" + i, "Plant " + i));
            systems.add(house.api().token(administrator.token(partnership.slug(), "Plant " + i, "PARTNER")));
        }
    }

    static Seen measure() {
        try (TestHouse house = TestHouse.start("flood")) {
            Flood flood = new Flood(house);
            flood.pages(0, WARM_UP);
            flood.pages(USUAL_RATE, WARM_UP);
            Pages idle = flood.pages(0, MEASURED);
            Pages usual = flood.pages(USUAL_RATE, MEASURED);
            flood.answers.clear();
            Pages flooded = flood.pages(USUAL_RATE * TIMES, MEASURED);
            return new Seen(idle, usual, flooded, Map.copyOf(flood.answers));
        }
    }

    /** Asks for the page all the time, and sends so many figures a second meanwhile. */
    private Pages pages(int figuresPerSecond, Duration time) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long end = System.nanoTime() + time.toNanos();
            if (figuresPerSecond > 0) {
                threads.execute(() -> atRate(figuresPerSecond, end, () -> threads.execute(this::send)));
            }
            List<Long> nanos = new ArrayList<>();
            AtomicInteger good = new AtomicInteger();
            atRate(PAGES_A_SECOND, end, () -> {
                long asked = System.nanoTime();
                if (PageReader.isWhole(reader, partnership)) {
                    good.incrementAndGet();
                }
                nanos.add(System.nanoTime() - asked);
            });
            List<Long> sorted = nanos.stream().sorted().toList();
            return new Pages(
                    sorted.size(),
                    good.get(),
                    Duration.ofNanos(sorted.get(sorted.size() / 2)),
                    Duration.ofNanos(sorted.get(sorted.size() * 95 / 100)));
        }
    }

    private static void atRate(int perSecond, long end, Runnable work) {
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            work.run();
            next = Math.max(
                    next + Duration.ofSeconds(1).dividedBy(perSecond).toNanos(),
                    System.nanoTime() - Duration.ofSeconds(1).toNanos());
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void send() {
        long number = sent.getAndIncrement();
        int system = (int) (number % SYSTEMS);
        Map<String, ?> input = Map.of(
                "partnership",
                partnership.slug(),
                "requestId",
                "flood-figure-" + number,
                "measurements",
                List.of(Map.of(
                        "kpi",
                        "plant-" + system,
                        "period",
                        FIRST_DAY.plusDays(number / SYSTEMS).toString(),
                        "figure",
                        Map.of("value", Long.toString(number % 1000)))));
        int status;
        try {
            var answer = systems.get(system).post(Setup.RECORD, Map.of("input", input));
            status = answer.statusCode() == 200 && answer.body().contains("\"errors\"") ? 503 : answer.statusCode();
        } catch (RuntimeException e) {
            status = 0;
        }
        answers.merge(status, 1, Integer::sum);
    }
}
