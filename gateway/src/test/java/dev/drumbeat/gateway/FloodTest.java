package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.FakePartners;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Systems send more than is taken in. */
class FloodTest extends GatewayTest {
    private static final int AT_ONCE = 40;
    private static final int PLACES = 8;
    private static final String RECORD = """
            mutation($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recordedCount userErrors { code } } }
            """;

    @Test
    void while_systems_send_more_than_is_taken_in_the_page_is_answered_whole_and_they_are_told_to_come_again()
            throws Exception {
        Browser ana = browser().signIn("ana");
        Browser system = browser();
        List<HttpResponse<String>> answers = new ArrayList<>();
        HOUSE.kpisServer.hold("RecordMeasurements");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> sent = Stream.generate(() -> threads.submit(() -> send(system)))
                    .limit(AT_ONCE)
                    .toList();
            await().until(() -> HOUSE.kpisServer.requests().size() >= PLACES);

            JsonNode page = ana.ask("{ partnership(slug: \"alpha\") { slug scorecard { live goal { value } } } }");
            assertThat(page.has("errors")).as(page.toString()).isFalse();
            assertThat(page.at("/data/partnership/scorecard/live").asBoolean()).isTrue();

            await().until(() -> sent.stream().filter(Future::isDone).count() >= AT_ONCE - PLACES);
            HOUSE.kpisServer.letGo();
            for (Future<HttpResponse<String>> one : sent) {
                answers.add(one.get());
            }
        } finally {
            HOUSE.kpisServer.letGo();
        }
        List<HttpResponse<String>> later =
                answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(later).hasSize(AT_ONCE - PLACES).allSatisfy(answer -> {
            assertThat(answer.body()).contains("TOO_MANY_AT_ONCE");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
        assertThat(send(system).body()).contains("\"recordedCount\":1");
    }

    private static HttpResponse<String> send(Browser system) {
        Map<String, Object> input = Map.of(
                "partnership",
                "alpha",
                "requestId",
                "flood-figure",
                "measurements",
                List.of(Map.of("kpi", "training", "period", "2026-10", "figure", Map.of("value", "1"))));
        return system.post(
                RECORD,
                Map.of("input", input),
                request -> request.header("Authorization", "Bearer " + FakePartners.TOKEN));
    }
}
