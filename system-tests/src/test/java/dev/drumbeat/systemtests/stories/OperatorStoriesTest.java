package dev.drumbeat.systemtests.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.drumbeat.platform.clock.MovableClock;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.operations.Collector;
import dev.drumbeat.systemtests.operations.Collector.Span;
import dev.drumbeat.systemtests.operations.Dashboard;
import dev.drumbeat.systemtests.operations.Figures;
import dev.drumbeat.systemtests.operations.Sample;
import dev.drumbeat.systemtests.stories.Browsers.Screen;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who operates a house sees of what people do in it: traces, figures and logs; and what never gets there. */
@ExtendWith(Browsers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorStoriesTest {
    private static final Set<String> WITHOUT_JSON = Set.of("store.log", "learn.log");

    private final Browsers browsers;
    private final Path clockFile = Files.writeString(Files.createTempFile("clock", ""), "PT0S");
    private final Collector collector = Collector.start();
    private final TestHouse house = TestHouse.start(
            "operated",
            Map.of(
                    "DRUMBEAT_LOG_FORMAT", "json",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                    "DRUMBEAT_CLOCK_FILE", clockFile.toString()));
    private final Partnership tamarack;

    OperatorStoriesTest(Browsers browsers) throws IOException {
        this.browsers = browsers;
        Caller administrator = house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
        new Setup(administrator).company(World.OWNER, "Meridian Health");
        this.tamarack = World.another(house.api(), "tamarack", "Tamarack", 2);
    }

    @AfterAll
    void stop() throws IOException {
        house.close();
        collector.close();
        Files.delete(clockFile);
    }

    @Test
    void one_recorded_figure_is_one_trace_from_the_page_to_the_store() throws IOException {
        try (Visitor partner = browsers.visitor(house.house().address(), Screen.DESK)) {
            // Without the live line, which asks partners every second who is still there: the figure's own way asks it
            // here.
            partner.page().route("**/graphql", request -> {
                if (request.request().headers().getOrDefault("accept", "").contains("text/event-stream")) {
                    request.abort();
                } else {
                    request.resume();
                }
            });
            partner.opens("/p/tamarack").signsIn(tamarack, Seat.PARTNER_OPS);
            partner.button("Record figures").click();
            partner.page()
                    .getByRole(
                            AriaRole.TEXTBOX,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Figure, Tamarack on-time delivery,")))
                    .first()
                    .fill("81.5");
            // A minute passes while the figure is looked up, so that partners is asked anew who this is.
            moveClock(Duration.ofMinutes(1));
            partner.button("Record").last().click();
            assertThat(partner.text("81.5")).isVisible();
            // The page stays open: what it measured it tells a moment later.
            awaitWholeTrace();
        }
    }

    private void awaitWholeTrace() {
        await("the trace is whole").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Span page = collector.spans().stream()
                    .filter(span -> span.service().equals("page") && span.name().startsWith("Record"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no page told of it: "
                            + collector.spans().stream()
                                    .filter(span -> span.service().equals("page"))
                                    .toList()));
            List<Span> trace = collector.trace(page.trace());
            assertThat(trace).extracting(Span::service).contains("page", "gateway", "kpis", "partners");
            assertThat(page.parent()).isEmpty();
            assertThat(trace)
                    .filteredOn(span -> span.parent().equals(page.id()))
                    .extracting(Span::service, Span::name)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("gateway", page.name()));
            assertThat(trace)
                    .filteredOn(span -> "mongodb".equals(span.attributes().get("db.system.name")))
                    .extracting(Span::service)
                    .as("commands to the store")
                    .contains("kpis", "partners");
            Set<String> ids = trace.stream().map(Span::id).collect(Collectors.toSet());
            assertThat(trace)
                    .filteredOn(span -> span != page)
                    .allSatisfy(span -> assertThat(ids).as(span.toString()).contains(span.parent()));
        });
    }

    @Test
    void figures_tell_of_every_rpc_and_operation_and_of_what_the_house_is_for() {
        Caller ops = tamarack.signIn(house.api(), Seat.PARTNER_OPS);
        new Setup(ops).record("tamarack", Partnership.DRIVERS.getFirst(), Map.of(Partnership.month(1), "60.0"));
        ops.graphql("query Made_Up_By_Somebody { viewer { administrator } }", Map.of());

        await("the red has its action, which nobody owns")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    List<Sample> samples = Figures.of(house.house());
                    assertThat(value(samples, "drumbeat_reds_open", Map.of())).isGreaterThanOrEqualTo(1);
                    assertThat(value(samples, "drumbeat_actions_unowned", Map.of()))
                            .isGreaterThanOrEqualTo(1);
                    assertThat(value(samples, "drumbeat_actions_unowned_minutes", Map.of()))
                            .isPositive();
                });
        List<Sample> samples = Figures.of(house.house());
        assertThat(value(samples, "drumbeat_rpc_seconds_count", Map.of("rpc", "RecordMeasurements", "code", "OK")))
                .isGreaterThanOrEqualTo(1);
        assertThat(value(samples, "drumbeat_graphql_seconds_count", Map.of("operation", "other", "outcome", "ok")))
                .isGreaterThanOrEqualTo(1);
        assertThat(samples.stream().map(Sample::labels).flatMap(labels -> labels.values().stream()))
                .noneMatch(value -> value.contains("Made_Up") || value.contains("tamarack"));
        assertThat(samples.stream().filter(sample -> sample.name().equals("drumbeat_ready")))
                .hasSize(6)
                .allSatisfy(sample -> assertThat(sample.value()).isEqualTo(1));
        assertThat(samples.stream().filter(sample -> sample.name().equals("drumbeat_sweep_lag_seconds")))
                .hasSizeGreaterThan(8)
                .allSatisfy(sample ->
                        assertThat(sample.value()).as(sample.toString()).isLessThan(60));
        // About 20,000 series are nothing to Prometheus; a name that people choose would make millions.
        assertThat(samples.size()).isLessThan(20_000);
    }

    @Test
    void every_query_of_the_dashboard_and_every_alert_asks_for_what_the_house_gives() {
        Caller ops = tamarack.signIn(house.api(), Seat.PARTNER_OPS);
        ops.graphql("{ viewer { administrator } }", Map.of());
        List<Sample> samples = Figures.of(house.house());

        List<Map.Entry<String, String>> queries = Dashboard.queries();
        assertThat(queries).hasSizeGreaterThan(30);
        for (Map.Entry<String, String> query : queries) {
            List<Dashboard.Selector> selectors = Dashboard.selectors(query.getValue());
            assertThat(selectors).as(query.toString()).isNotEmpty();
            for (Dashboard.Selector selector : selectors) {
                assertThat(samples)
                        .as("%s asks for %s: %s", query.getKey(), selector, query.getValue())
                        .anyMatch(sample -> selector.selects(sample)
                                && sample.labels().keySet().containsAll(Dashboard.groupedBy(query.getValue())));
            }
        }
    }

    @Test
    void nothing_that_identifies_or_admits_a_person_gets_into_the_logs() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(
                TestHouse.ADMIN_PASSWORD,
                Partnership.PASSWORD,
                "Wrong-Harbour-4711",
                "@",
                "eyJ",
                "$argon2",
                "Tamarack"));
        Caller administrator = house.api().signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
        Caller leader = tamarack.signIn(house.api(), Seat.OWNER_LEADER);
        secrets.addAll(administrator.cookies().values());
        secrets.addAll(leader.cookies().values());
        String token = new Setup(administrator).token("tamarack", "a plant that is watched", "PARTNER");
        secrets.add(token);
        house.api().token(token).graphql("{ viewer { administrator } }", Map.of());
        house.api().token("not-" + token).graphql("{ viewer { administrator } }", Map.of());
        Caller stranger = house.api().nobody();
        stranger.send(stranger.request("/api/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "email=" + Setup.email(tamarack.person(Seat.OWNER_OPS)).replace("@", "%40")
                                + "&password=Wrong-Harbour-4711")));
        leader.graphql("query Q($slug: String!) { partnership(slug: $slug) { displayName } }", Map.of("slug", "alien"));
        leader.signOut();

        await("the last of it is in the log")
                .atMost(Duration.ofSeconds(10))
                .until(() -> lines("gateway.log").stream().anyMatch(line -> line.contains("SIGNED_OUT")));
        for (String log : logs()) {
            for (String line : lines(log)) {
                assertThat(secrets).as(log + ": " + line).noneMatch(line::contains);
                if (!WITHOUT_JSON.contains(log)) {
                    JsonObject told = JsonParser.parseString(line).getAsJsonObject();
                    assertThat(told.keySet()).contains("time", "level", "logger", "message");
                }
            }
        }
        assertThat(lines("gateway.log").stream().filter(line -> line.contains("SIGN_IN_REFUSED")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JsonParser.parseString(line)
                                .getAsJsonObject()
                                .get("trace")
                                .getAsString())
                        .matches("[0-9a-f]{32}"));
    }

    private void moveClock(Duration by) throws IOException {
        Clock moved = MovableClock.over(Clock.systemUTC(), clockFile.toString());
        Files.writeString(clockFile, by.toString());
        await("the clock of the house has moved")
                .until(() -> Duration.between(Instant.now(), moved.instant()).compareTo(by.dividedBy(2)) > 0);
    }

    private List<String> logs() throws IOException {
        try (Stream<Path> files = Files.list(house.house().logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .toList();
        }
    }

    private List<String> lines(String log) throws IOException {
        return Files.readAllLines(house.house().logs().resolve(log)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static double value(List<Sample> samples, String name, Map<String, String> labels) {
        return samples.stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .max()
                .orElseThrow(() -> new AssertionError("no " + name + labels));
    }
}
