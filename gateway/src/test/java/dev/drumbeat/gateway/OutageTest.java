package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.gateway.house.Browser;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is left of the page while a service can't be reached. */
class OutageTest extends GatewayTest {
    private static final String PAGE = """
            query($slug: String!, $periods: Int) { partnership(slug: $slug) { slug displayName owner { displayName }
              scorecard(periods: $periods) { live knownAt goal { value } }
              kpi(slug: "training", periods: $periods) { live standing { value } }
              measurements { nodes { value } } members { role } } }
            """;

    private boolean kpisKilled;

    @AfterEach
    void bringBack() {
        if (kpisKilled) {
            HOUSE.kpisServer.start();
        }
    }

    @Test
    void the_page_opens_without_kpis_says_what_it_cannot_reach_and_shows_what_was_last_known() {
        Browser ana = browser().signIn("ana");
        Instant before = Instant.now();
        JsonNode live = ask(ana, 21);
        assertThat(live.at("/data/partnership/scorecard/live").asBoolean()).isTrue();

        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        JsonNode partial = ask(ana, 21);
        JsonNode partnership = partial.at("/data/partnership");
        assertThat(partnership.path("owner").path("displayName").asString()).isEqualTo("ACME");
        assertThat(partnership.path("members").size()).isEqualTo(1);
        assertThat(partnership.at("/scorecard/live").asBoolean(true)).isFalse();
        assertThat(partnership.at("/scorecard/goal/value").asString()).isEqualTo("90.35");
        assertThat(partnership.at("/scorecard/knownAt").asString())
                .isEqualTo(live.at("/data/partnership/scorecard/knownAt").asString());
        assertThat(partnership.at("/kpi/live").asBoolean(true)).isFalse();
        assertThat(partnership.path("measurements").isNull()).isTrue();

        assertThat(partial.path("errors").size())
                .as("one entry for the one service")
                .isEqualTo(1);
        JsonNode extensions = partial.at("/errors/0/extensions");
        assertThat(extensions.path("service").asString()).isEqualTo("kpis");
        assertThat(extensions.path("code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(Instant.parse(extensions.path("lastKnownAt").asString())).isAfterOrEqualTo(before);
    }

    @Test
    void what_nobody_saw_before_is_missing_and_named() {
        Browser ana = browser().signIn("ana");
        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        JsonNode answer = ask(ana, 22);
        assertThat(answer.at("/data/partnership/scorecard").isNull()).isTrue();
        assertThat(answer.at("/data/partnership/slug").asString()).isEqualTo("alpha");
        assertThat(answer.path("errors").size()).isEqualTo(1);
    }

    @Test
    void what_others_saw_is_shown_only_to_those_who_see_the_same() {
        ask(browser().signIn("ana"), 23);
        Browser pia = browser().signIn("pia");
        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        assertThat(ask(pia, 23).at("/data/partnership/scorecard").isNull())
                .as("the other side may see other things")
                .isTrue();
    }

    @Test
    void the_portfolio_without_kpis_is_what_it_was_without_partnerships_left_since() {
        Browser leo = browser().signIn("leo");
        String portfolio = "{ portfolio(first: 77) { live totalCount nodes { partnership { slug } goal { value } } } }";
        assertThat(leo.ask(portfolio).at("/data/portfolio/totalCount").asInt()).isEqualTo(2);
        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        JsonNode known = leo.ask(portfolio);
        assertThat(known.at("/data/portfolio/live").asBoolean(true)).isFalse();
        assertThat(known.at("/data/portfolio/nodes/0/goal/value").asString()).isEqualTo("90.35");
        HOUSE.partners.revoke("leo", "beta");
        try {
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(
                                    leo.ask(portfolio).at("/data/portfolio").toString())
                            .contains("\"totalCount\":1")
                            .doesNotContain("beta"));
        } finally {
            HOUSE.partners.restore("leo");
        }
    }

    @Test
    void the_page_opens_without_partners_for_whoever_is_signed_in() {
        Browser ana = browser().signIn("ana");
        HOUSE.partnersServer.failWith(Status.UNAVAILABLE);
        JsonNode answer = ana.ask("{ portfolio { live nodes { partnership { slug displayName } goal { value } } } }");
        assertThat(answer.at("/data/portfolio/live").asBoolean()).isTrue();
        assertThat(answer.at("/data/portfolio/nodes/0/partnership/displayName").asString())
                .isEqualTo("Acme & alpha");
        assertThat(answer.path("errors").size()).isEqualTo(1);
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("partners");
    }

    @Test
    void nobody_signs_in_without_partners_and_is_told_so() {
        HOUSE.partnersServer.failWith(Status.UNAVAILABLE);
        var response = browser().signIn("ana@example.test", "x");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("partners can't be reached");
    }

    @Test
    void a_change_that_may_not_have_arrived_is_a_fault_and_no_refusal() {
        Browser ana = browser().signIn("ana");
        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        forgetRequests();
        JsonNode answer = ana.ask("mutation { addNote(input: {partnership: \"alpha\", kpi: \"training\", kind: COMMENT,"
                + " text: \"x\", requestId: \"r\"}) { userErrors { code } } }");
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("kpis");
        assertThat(HOUSE.kpisServer.calls())
                .as("nothing that changes is repeated by machine")
                .hasSize(1);
    }

    @Test
    void what_only_reads_is_tried_three_times() {
        Browser ana = browser().signIn("ana");
        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        forgetRequests();
        ana.ask("{ partnership(slug: \"alpha\") { scorecard(periods: 24) { live } } }");
        assertThat(HOUSE.kpisServer.calls()).containsOnly("GetScorecard").hasSize(3);
    }

    @Test
    void a_service_that_keeps_failing_is_left_alone_for_a_while() {
        Browser ana = browser().signIn("ana");
        HOUSE.kpisServer.failWith(Status.UNAVAILABLE);
        IntStream.range(0, 12).forEach(i -> ask(ana, 25));
        forgetRequests();
        ask(ana, 25);
        assertThat(HOUSE.kpisServer.calls()).isEmpty();
    }

    @Test
    void refusals_are_answers_and_open_no_breaker() {
        Browser ana = browser().signIn("ana");
        String foreign = "{ partnership(slug: \"nowhere\") { scorecard { live } } }";
        IntStream.range(0, 30).forEach(i -> ana.ask(foreign));
        assertThat(ask(ana, 26).at("/data/partnership/scorecard/live").asBoolean())
                .isTrue();
    }

    @Test
    void a_fault_of_a_service_tells_the_page_nothing_of_its_making() {
        Browser ana = browser().signIn("ana");
        HOUSE.kpisServer.failWith(Status.INTERNAL.withDescription("NullPointerException at Secret.java:42"));
        JsonNode answer = ask(ana, 27);
        assertThat(answer.toString()).doesNotContain("Secret").doesNotContain("NullPointer");
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("kpis");
    }

    @Test
    void the_page_is_live_again_within_ten_seconds_of_the_return_of_a_killed_service() {
        Browser ana = browser().signIn("ana");
        ask(ana, 28);
        HOUSE.kpisServer.kill();
        kpisKilled = true;
        IntStream.range(0, 12)
                .forEach(i -> assertThat(ask(ana, 28)
                                .at("/data/partnership/scorecard/live")
                                .asBoolean(true))
                        .isFalse());
        HOUSE.kpisServer.start();
        kpisKilled = false;
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ask(ana, 28)
                                .at("/data/partnership/scorecard/live")
                                .asBoolean())
                        .isTrue());
    }

    /** @param periods another number is another question, so that tests don't know each other's answers */
    private static JsonNode ask(Browser person, int periods) {
        return person.ask(PAGE, Map.of("slug", "alpha", "periods", periods));
    }

    private static void forgetRequests() {
        HOUSE.kpisServer.forgetCalls();
        HOUSE.partnersServer.forgetCalls();
    }
}
