package dev.drumbeat.systemtests.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.drumbeat.launcher.House;
import dev.drumbeat.proto.kpis.v1.GetScorecardRequest;
import dev.drumbeat.proto.kpis.v1.ListPortfolioRequest;
import dev.drumbeat.proto.kpis.v1.PortfolioOrder;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.api.Services;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
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
 * services directly. {@code BENCH_SCALE} (default 1 = 2,000 partnerships) makes it quicker, {@code BENCH_SECONDS} (default 15) is the
 * time of each measurement.
 */
public final class Bench {
    private static final int PARTNERSHIPS = 2_000;
    private static final int PORTFOLIO_LINES = 50;
    private static final int ASKERS = 8;

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        double scale = Double.parseDouble(System.getenv().getOrDefault("BENCH_SCALE", "1"));
        int seconds = Integer.parseInt(System.getenv().getOrDefault("BENCH_SECONDS", "15"));
        int partnerships = Math.max(PORTFOLIO_LINES, (int) Math.round(PARTNERSHIPS * scale));
        long begin = System.nanoTime();
        try (TestHouse testHouse = TestHouse.start("bench", Map.of("SPRING_PROFILES_ACTIVE", "bench"))) {
            Duration start = Duration.ofNanos(System.nanoTime() - begin);
            House house = testHouse.house();
            System.out.printf(
                    "The first page was there after %.1f s. Loading %d partnerships.%n",
                    start.toMillis() / 1e3, partnerships);
            Map<String, Long> residentAtStart = ProcessCost.residentMebibytes(house);
            long loadBegin = System.nanoTime();
            new BenchData(house, partnerships).load();
            Duration load = Duration.ofNanos(System.nanoTime() - loadBegin);
            List<Measured> table = measure(testHouse, partnerships, seconds);
            String report = new Report(
                            partnerships,
                            load,
                            start,
                            residentAtStart,
                            ProcessCost.residentMebibytes(house),
                            ASKERS,
                            table)
                    .markdown();
            Path file = Path.of(System.getenv().getOrDefault("BENCH_FILE", "docs/benchmarks.md"));
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            Files.writeString(file, report);
            System.out.println(report);
        }
    }

    private static List<Measured> measure(TestHouse testHouse, int partnerships, int seconds) throws IOException {
        House house = testHouse.house();
        Load load = new Load(house, ASKERS, Duration.ofSeconds(Math.max(5, seconds / 2)), Duration.ofSeconds(seconds));
        Caller person = testHouse.api().signIn(BenchData.email(), Partnership.PASSWORD);
        String scorecard = document("scorecard");
        String portfolio = document("portfolio");
        List<Measured> table = new ArrayList<>();
        try (Services services = Services.as(house, "people/" + BenchData.LEADER)) {
            table.add(load.measure(
                    "scorecard",
                    "GraphQL",
                    drawn -> json(
                            person.post(scorecard, Map.of("slug", BenchData.slug(drawn % partnerships))), "data")));
            table.add(load.measure(
                    "scorecard",
                    "plain HTTP",
                    drawn -> json(person.get("/bench/scorecard/" + BenchData.slug(drawn % partnerships)), null)));
            table.add(load.measure(
                    "scorecard",
                    "gRPC",
                    drawn -> services.kpis()
                            .getScorecard(GetScorecardRequest.newBuilder()
                                    .setPartnership("partnerships/" + BenchData.slug(drawn % partnerships))
                                    .setPeriods(13)
                                    .build())));
            table.add(load.measure(
                    "portfolio of 50", "GraphQL", drawn -> json(person.post(portfolio, Map.of()), "data")));
            table.add(
                    load.measure("portfolio of 50", "plain HTTP", drawn -> json(person.get("/bench/portfolio"), null)));
            table.add(load.measure(
                    "portfolio of 50",
                    "gRPC",
                    drawn -> services.kpis()
                            .listPortfolio(ListPortfolioRequest.newBuilder()
                                    .setOrder(PortfolioOrder.PORTFOLIO_ORDER_WORST_FIRST)
                                    .setPageSize(PORTFOLIO_LINES)
                                    .build())));
        }
        return table;
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
