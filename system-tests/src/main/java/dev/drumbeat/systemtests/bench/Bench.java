package dev.drumbeat.systemtests.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.drumbeat.launcher.House;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.PortfolioOrder;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.bench.Load.Question;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Setup;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures one house in one run: the same answers by GraphQL, by a plain HTTP address that exists for this only, and by the
 * services directly; the page in a browser; and what the size of the house does to both. {@code BENCH_SCALE} (default 1 = 2,000
 * partnerships) makes it quicker, {@code BENCH_SECONDS} (default 15) is the time of each measurement.
 */
public final class Bench {
    private static final int PARTNERSHIPS = 2_000;
    private static final int WEEKS = 156;
    private static final int SMALL_PARTNERSHIPS = 20;
    private static final int SMALL_WEEKS = 13;
    private static final int PORTFOLIO_LINES = 50;
    private static final int ASKERS = 8;

    /** One way to one answer. */
    private record Way(String what, String name, Question question) {}

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        double scale = Double.parseDouble(System.getenv().getOrDefault("BENCH_SCALE", "1"));
        int seconds = Integer.parseInt(System.getenv().getOrDefault("BENCH_SECONDS", "15"));
        int partnerships = Math.max(PORTFOLIO_LINES, (int) Math.round(PARTNERSHIPS * scale));
        long begin = System.nanoTime();
        try (TestHouse testHouse = TestHouse.start("bench", Map.of("SPRING_PROFILES_ACTIVE", "bench"))) {
            Duration start = Duration.ofNanos(System.nanoTime() - begin);
            House house = testHouse.house();
            System.out.printf("The first page was there after %.1f s.%n", start.toMillis() / 1e3);
            Map<String, Long> residentAtStart = ProcessCost.residentMebibytes(house);
            List<Measured> table = new ArrayList<>();
            List<PageCost> pages = new ArrayList<>();

            BenchData small = new BenchData(house, "small", SMALL_PARTNERSHIPS, SMALL_WEEKS);
            small.load();
            Load load = new Load(house, ASKERS, Duration.ofSeconds(seconds));
            Way few = scorecardByGraphQl(testHouse, small);
            // Twice, so that code which is still being compiled is not counted for the small house.
            warm(load, List.of(few, few));
            table.add(load.measure(few.what(), few.name(), few.question()));
            pages.add(PageCost.of(testHouse, small));

            System.out.printf("Loading %d partnerships.%n", partnerships);
            BenchData large = new BenchData(house, "bench", partnerships, WEEKS);
            long loadBegin = System.nanoTime();
            large.load();
            Duration loading = Duration.ofNanos(System.nanoTime() - loadBegin);
            try (Services services = Services.as(house, "people/" + large.leader())) {
                List<Way> ways = ways(testHouse, services, large);
                warm(load, ways);
                for (Way way : ways) {
                    table.add(load.measure(way.what(), way.name(), way.question()));
                }
            }
            pages.add(PageCost.of(testHouse, large));

            String report = new Report(
                            large,
                            loading,
                            start,
                            residentAtStart,
                            ProcessCost.residentMebibytes(house),
                            ASKERS,
                            table,
                            pages)
                    .markdown();
            System.out.println(report);
            Path file = Path.of(System.getenv().getOrDefault("BENCH_FILE", "docs/benchmarks.md"));
            Report.write(file, report);
        }
    }

    /** Nobody is measured before everything that will be asked has been asked for a while. */
    private static void warm(Load load, List<Way> ways) {
        ways.forEach(way -> load.warm(way.question()));
    }

    private static Way scorecardByGraphQl(TestHouse house, BenchData data) throws IOException {
        Caller person = person(house, data);
        String scorecard = document("scorecard");
        return new Way(
                "scorecard of %,d × %d".formatted(data.partnerships(), data.weeks()),
                "GraphQL",
                drawn -> json(person.post(scorecard, Map.of("slug", data.slug(drawn % data.partnerships()))), "data"));
    }

    private static List<Way> ways(TestHouse house, Services services, BenchData data) throws IOException {
        Way graphQl = scorecardByGraphQl(house, data);
        Caller person = person(house, data);
        String portfolio = document("portfolio");
        String lines = "portfolio of " + PORTFOLIO_LINES;
        return List.of(
                graphQl,
                new Way(
                        graphQl.what(),
                        "plain HTTP",
                        drawn -> json(person.get("/bench/scorecard/" + data.slug(drawn % data.partnerships())), null)),
                new Way(
                        graphQl.what(),
                        "gRPC",
                        drawn -> services.kpis()
                                .getScorecard(GetScorecardRequest.newBuilder()
                                        .setPartnership("partnerships/" + data.slug(drawn % data.partnerships()))
                                        .setPeriods(13)
                                        .build())),
                new Way(lines, "GraphQL", drawn -> json(person.post(portfolio, Map.of()), "data")),
                new Way(lines, "plain HTTP", drawn -> json(person.get("/bench/portfolio"), null)),
                new Way(
                        lines,
                        "gRPC",
                        drawn -> services.kpis()
                                .listPortfolio(ListPortfolioRequest.newBuilder()
                                        .setOrder(PortfolioOrder.PORTFOLIO_ORDER_WORST_FIRST)
                                        .setPageSize(PORTFOLIO_LINES)
                                        .build())));
    }

    private static Caller person(TestHouse house, BenchData data) {
        return house.api().signIn(Setup.email(data.leader()), Partnership.PASSWORD);
    }

    /** The question that the plain HTTP address answers with the same JSON. */
    private static String document(String name) throws IOException {
        return Files.readString(
                TestHouse.projectRoot().resolve("gateway/src/main/resources/bench/" + name + ".graphql"));
    }

    /** An answer that is none is no fast answer. */
    private static void json(HttpResponse<String> answer, @Nullable String member) {
        String body = answer.body();
        if (answer.statusCode() != 200 || body.length() < 200 || body.startsWith("{\"errors\"")) {
            throw new IllegalStateException(answer.statusCode() + " " + body);
        }
        if (member != null) {
            JsonObject whole = JsonParser.parseString(body).getAsJsonObject();
            if (!whole.has(member) || whole.has("errors")) {
                throw new IllegalStateException(body);
            }
        }
    }
}
