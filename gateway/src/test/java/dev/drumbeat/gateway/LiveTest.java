package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.EventStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that are open while something changes. */
class LiveTest extends GatewayTest {
    private static final String ALL = "{\"query\":\"subscription { scorecardChanged { slug revision changedAt } }\"}";

    @BeforeEach
    void watched() {
        await().atMost(Duration.ofSeconds(10)).until(() -> HOUSE.kpis.watcherCount() == 1);
    }

    @AfterEach
    void restore() {
        HOUSE.partners.restore("leo");
        HOUSE.partners.restore("ana");
    }

    @Test
    void a_figure_entered_in_one_browser_is_told_to_another_within_a_second() {
        Browser ana = browser().signIn("ana");
        try (EventStream leo = new EventStream(browser().signIn("leo"), only("alpha"))) {
            await().until(() -> leo.told("alpha") == 1);
            ana.ask(
                    "mutation($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recordedCount } }",
                    Map.of(
                            "input",
                            Map.of(
                                    "partnership",
                                    "alpha",
                                    "requestId",
                                    "r",
                                    "measurements",
                                    List.of(Map.of(
                                            "kpi", "training", "period", "2026-10", "figure", Map.of("value", "1"))))));
            await().atMost(Duration.ofSeconds(1)).until(() -> leo.told("alpha") == 2);
        }
    }

    @Test
    void one_is_told_at_the_start_and_only_of_ones_own() {
        try (EventStream pia = new EventStream(browser().signIn("pia"), ALL);
                EventStream ana = new EventStream(browser().signIn("ana"), ALL)) {
            await().until(() -> pia.told("alpha") == 1 && ana.told("alpha") == 1 && ana.told("beta") == 1);
            HOUSE.kpis.change("beta");
            HOUSE.kpis.change("gamma");
            HOUSE.kpis.change("alpha");
            await().until(() -> ana.told("alpha") == 2 && ana.told("beta") == 2 && pia.told("alpha") == 2);
            assertThat(pia.told("beta")).isZero();
            assertThat(pia.lines()).noneMatch(line -> line.contains("beta") || line.contains("gamma"));
            assertThat(ana.lines()).noneMatch(line -> line.contains("gamma"));
        }
    }

    @Test
    void following_foreign_and_non_existing_partnerships_ends_at_once_without_a_word() {
        Browser pia = browser().signIn("pia");
        try (EventStream foreign = new EventStream(pia, only("beta"));
                EventStream nothing = new EventStream(pia, only("nowhere"))) {
            await().until(() -> foreign.isOver() && nothing.isOver());
            assertThat(foreign.lines()).isEqualTo(nothing.lines());
            assertThat(foreign.events()).isEmpty();
        }
    }

    @Test
    void it_ends_within_seconds_of_the_end_of_the_session() {
        Browser ana = browser().signIn("ana");
        try (EventStream stream = new EventStream(ana, ALL)) {
            await().until(() -> stream.told("alpha") == 1);
            HOUSE.partners.endAllSessions();
            await().atMost(Duration.ofSeconds(4)).until(stream::isOver);
            assertThat(stream.lines()).contains("event:complete");
        }
    }

    @Test
    void it_ends_when_a_membership_is_revoked_and_tells_nothing_more_of_it() {
        Browser leo = browser().signIn("leo");
        try (EventStream stream = new EventStream(leo, ALL)) {
            await().until(() -> stream.told("beta") == 1);
            HOUSE.partners.revoke("leo", "beta");
            await().atMost(Duration.ofSeconds(4)).until(stream::isOver);
            HOUSE.kpis.change("beta");
        }
        try (EventStream again = new EventStream(leo, ALL)) {
            await().until(() -> again.told("alpha") == 1);
            assertThat(again.told("beta")).isZero();
        }
    }

    @Test
    void nobody_follows_anything() {
        try (EventStream stream = new EventStream(browser(), ALL)) {
            assertThat(stream.status()).isEqualTo(401);
        }
    }

    @Test
    void a_stream_that_cannot_begin_says_why() {
        Browser ana = browser().signIn("ana");
        try (EventStream stream =
                new EventStream(ana, "{\"query\":\"subscription { scorecardChanged { nonsense } }\"}")) {
            await().until(stream::isOver);
            assertThat(stream.events()
                            .getFirst()
                            .at("/errors/0/extensions/code")
                            .asString())
                    .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        }
    }

    @Test
    void changes_while_the_watch_was_broken_are_told_after_it_is_back() {
        try (EventStream ana = new EventStream(browser().signIn("ana"), only("alpha"))) {
            await().until(() -> ana.told("alpha") == 1);
            HOUSE.kpisServer.kill();
            HOUSE.kpis.change("alpha");
            HOUSE.kpisServer.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> ana.told("alpha") == 2);
            HOUSE.kpis.change("alpha");
            await().atMost(Duration.ofSeconds(1)).until(() -> ana.told("alpha") == 3);
        }
    }

    @Test
    void watching_does_not_keep_a_session_from_idling_out() {
        Browser ana = browser().signIn("ana");
        try (EventStream stream = new EventStream(ana, ALL)) {
            await().until(() -> stream.told("alpha") == 1);
            forgetCalls();
            await().atMost(Duration.ofSeconds(4))
                    .until(() -> HOUSE.partnersServer.calls().contains("ResolveSession"));
            assertThat(HOUSE.partnersServer.requests())
                    .filteredOn(received -> received.method().equals("ResolveSession"))
                    .allSatisfy(received ->
                            assertThat(received.message().toString()).contains("watching: true"));
        }
    }

    private static String only(String slug) {
        return "{\"query\":\"subscription($s: [String!]) { scorecardChanged(slugs: $s) { slug revision } }\","
                + "\"variables\":{\"s\":[\"" + slug + "\"]}}";
    }
}
