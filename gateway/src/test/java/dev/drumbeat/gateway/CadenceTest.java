package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.EventStream;
import dev.drumbeat.gateway.house.FakeCadence;
import dev.drumbeat.gateway.house.FakePartners;
import io.grpc.Status;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Meetings, their health and their calendar on the page. */
class CadenceTest extends GatewayTest {
    private static final String MEETING = """
            query($m: String!) { partnership(slug: "alpha") { displayName meeting(slug: $m) { live knownAt meeting {
              slug partnershipSlug state viewerMay currentItemId currentSince missingParts { part lastKnownAt }
              attendances { person { slug side companyDisplayName } joinedAt leftAt }
              items { itemId kind title state live revision note facts { kpiSlug actionId actionNumber value unit owner { slug } } }
              decisions { what decidedBy { slug } } commitments { id text dueDate } } } } }
            """;
    private static final String CADENCE =
            "cadence { live nextMeeting { slug viewerMay } health { starving starvingReason held planned dots { week outcome } }"
                    + " openCommitments overdueCommitments }";

    @AfterEach
    void bringBack() {
        HOUSE.partners.restore("leo");
    }

    @Test
    void health_and_next_meeting_of_a_portfolio_of_fifty_are_one_question() {
        Browser max = browser().signIn("max");
        forgetCalls();
        JsonNode answer = max.ask("{ portfolio(first: 50) { nodes { partnership { slug } " + CADENCE + " } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode last = answer.at("/data/portfolio/nodes/49/cadence");
        assertThat(last.at("/health/starvingReason").asString()).isEqualTo("TOO_FEW_HELD");
        assertThat(last.at("/health/dots/0/outcome").asString()).isEqualTo("MISSED");
        assertThat(last.at("/nextMeeting/slug").asString()).isEqualTo("sync-1");
        assertThat(HOUSE.cadenceServer.calls()).containsExactly("BatchGetCadence");
    }

    @Test
    void the_scorecard_asks_for_its_cadence_once_and_shows_the_last_known_one_later() {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        String document = "{ partnership(slug: \"alpha\") { scorecard(periods: 51) { live } " + CADENCE + " } }";
        assertThat(ana.ask(document)
                        .at("/data/partnership/cadence/overdueCommitments")
                        .asInt())
                .isEqualTo(1);
        assertThat(HOUSE.cadenceServer.calls()).containsExactly("BatchGetCadence");
        HOUSE.cadenceServer.failWith(Status.UNAVAILABLE);
        JsonNode partial = ana.ask(document);
        assertThat(partial.at("/data/partnership/scorecard/live").asBoolean()).isTrue();
        assertThat(partial.at("/data/partnership/cadence/live").asBoolean(true)).isFalse();
        assertThat(partial.at("/data/partnership/cadence/health/held").asInt()).isEqualTo(8);
        assertThat(partial.at("/data/partnership/cadence/nextMeeting/viewerMay").size())
                .isZero();
        assertThat(partial.path("errors").size()).isEqualTo(1);
        assertThat(partial.at("/errors/0/extensions/service").asString()).isEqualTo("cadence");
    }

    @Test
    void a_meeting_comes_whole_and_says_what_it_does_not_know() {
        JsonNode meeting =
                browser().signIn("ana").ask(MEETING, Map.of("m", "sync-1")).at("/data/partnership/meeting/meeting");
        assertThat(meeting.path("viewerMay").toString())
                .as("moves that the schema does not know yet are left out")
                .isEqualTo("[\"END_MEETING\",\"SELECT_ITEM\"]");
        assertThat(meeting.at("/missingParts/0/part").asString()).isEqualTo("INCENTIVES");
        JsonNode red = meeting.at("/items/0");
        assertThat(red.path("kind").asString()).isEqualTo("UNOWNED_RED");
        assertThat(red.at("/facts/actionId").asString())
                .isEqualTo(GlobalId.encode("CorrectiveAction", "partnerships/alpha/actions/training-2026-09"));
        assertThat(red.at("/facts/kpiSlug").asString()).isEqualTo("training");
        assertThat(meeting.at("/items/1/facts/kpiSlug").isNull()).isTrue();
        assertThat(meeting.at("/commitments/0/dueDate").asString()).isEqualTo("2026-12-01");
    }

    @Test
    void a_meeting_is_readable_without_cadence_but_nothing_can_be_done_in_it() {
        Browser ana = browser().signIn("ana");
        ana.ask(MEETING, Map.of("m", "sync-1"));
        HOUSE.cadenceServer.failWith(Status.UNAVAILABLE);
        JsonNode page = ana.ask(MEETING, Map.of("m", "sync-1")).at("/data/partnership/meeting");
        assertThat(page.path("live").asBoolean(true)).isFalse();
        assertThat(page.at("/meeting/items").size()).isEqualTo(2);
        assertThat(page.at("/meeting/viewerMay").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "../sync-1", ""})
    void what_is_no_meeting_is_nothing(String slug) {
        JsonNode answer = browser().signIn("ana").ask(MEETING, Map.of("m", slug));
        assertThat(answer.at("/data/partnership/meeting").isNull()).isTrue();
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    @Test
    void ones_week_leaves_out_what_one_left_while_cadence_was_away() {
        Browser leo = browser().signIn("leo");
        String document = "{ viewer { week(from: \"2026-11-23T00:00:00Z\", to: \"2026-11-30T00:00:00Z\") { live"
                + " meetings { partnership { slug } meeting { slug } } commitments { partnership { slug } commitment { text } } } } }";
        forgetCalls();
        assertThat(leo.ask(document).at("/data/viewer/week/meetings").size()).isEqualTo(2);
        assertThat(HOUSE.cadenceServer.calls()).containsExactly("ListMyWeek");
        HOUSE.cadenceServer.failWith(Status.UNAVAILABLE);
        HOUSE.partners.revoke("leo", "beta");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                leo.ask(document).at("/data/viewer/week").toString())
                        .contains("alpha")
                        .doesNotContain("beta"));
    }

    @Test
    void a_red_that_would_be_dropped_silently_names_its_rule_and_field() {
        JsonNode answer = browser()
                .signIn("ana")
                .ask("mutation { endMeeting(input: {partnership: \"alpha\", meeting: \"sync-1\", requestId: \"r\"})"
                        + " { meeting { slug } userErrors { code field message } } }");
        assertThat(answer.at("/data/endMeeting/userErrors/0/code").asString()).isEqualTo("REDS_UNRESOLVED");
        assertThat(answer.at("/data/endMeeting/userErrors/0/field").asString()).isEqualTo("unresolvedReason");
        assertThat(answer.at("/data/endMeeting/meeting").isNull()).isTrue();
    }

    @Test
    void a_schedule_can_be_looked_at_before_it_is_saved() {
        Browser ana = browser().signIn("ana");
        String document =
                "query($z: String!) { previewSchedule(input: {partnership: \"alpha\", schedule: {pattern: {kind: WEEKLY,"
                        + " weekdays: [TUESDAY]}, start: \"2026-11-24T09:00\", timeZone: $z, durationMinutes: 45}})"
                        + " { starts schedule { rule pattern { weekdays interval } } userErrors { code field } } }";
        JsonNode good = ana.ask(document, Map.of("z", "Europe/Berlin")).at("/data/previewSchedule");
        assertThat(good.at("/starts/0").asString()).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(good.at("/schedule/pattern/interval").asInt()).isEqualTo(1);
        JsonNode bad = ana.ask(document, Map.of("z", "Mars/Olympus")).at("/data/previewSchedule");
        assertThat(bad.path("schedule").isNull()).isTrue();
        assertThat(bad.at("/userErrors/0/field").asString()).isEqualTo("schedule.timeZone");
    }

    @Test
    void a_change_in_one_browser_is_told_to_another_within_a_second() {
        await().atMost(Duration.ofSeconds(10)).until(() -> HOUSE.cadence.watcherCount() == 1);
        Browser ana = browser().signIn("ana");
        String follow = "{\"query\":\"subscription { scorecardChanged(slugs: [\\\"alpha\\\"]) { slug source } }\"}";
        try (EventStream pia = new EventStream(browser().signIn("pia"), follow)) {
            await().until(() -> pia.told("alpha") == 1);
            ana.ask("mutation { selectAgendaItem(input: {partnership: \"alpha\", meeting: \"sync-1\", itemId: \"i1\","
                    + " requestId: \"r\"}) { userErrors { code } } }");
            await().atMost(Duration.ofSeconds(1)).until(() -> pia.told("alpha") == 2);
            assertThat(pia.events()
                            .getLast()
                            .at("/data/scorecardChanged/source")
                            .asString())
                    .isEqualTo("CADENCE");
        }
    }

    @Test
    void a_calendar_program_reads_its_feed_without_cookie_and_nobody_after_it_was_revoked() {
        Browser ana = browser().signIn("ana");
        String path = ana.ask("mutation { createCalendarFeed(input: {displayName: \"Phone\", requestId: \"r\"})"
                        + " { path feed { id } userErrors { code } } }")
                .at("/data/createCalendarFeed/path")
                .asString();
        HttpResponse<String> feed = browser().get(path, request -> request);
        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(feed.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(feed.body()).startsWith("BEGIN:VCALENDAR\r\n");
        assertThat(browser()
                        .get(path, request -> request.header("If-None-Match", "\"e1\""))
                        .statusCode())
                .isEqualTo(304);
        ana.ask("mutation { revokeCalendarFeed(input: {feed: \"" + GlobalId.encode("CalendarFeed", "calendarFeeds/f1")
                + "\", requestId: \"r2\"}) { userErrors { code } } }");
        for (String gone : new String[] {path, "/calendar/unknown-secret-0123456789.ics", "/calendar/x.ics"}) {
            HttpResponse<String> answer = browser().get(gone, request -> request);
            assertThat(answer.statusCode()).as(gone).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("VCALENDAR").doesNotContain("secret");
        }
    }

    @Test
    void a_calendars_secret_opens_nothing_else() {
        HttpResponse<String> answer = browser()
                .post(
                        "{ viewer { administrator } }",
                        Map.of(),
                        request -> request.header("Authorization", "Bearer " + FakeCadence.SECRET));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser()
                        .get("/calendar/" + FakePartners.TOKEN + ".ics", request -> request)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_calendar_program_is_told_to_come_back_while_cadence_is_away() {
        HOUSE.cadenceServer.failWith(Status.UNAVAILABLE);
        assertThat(browser()
                        .get("/calendar/" + FakeCadence.SECRET + ".ics", request -> request)
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void minutes_are_kept_as_files_by_those_who_may_read_them() {
        Browser ana = browser().signIn("ana");
        String files = "/api/partnerships/alpha/meetings/sync-1/minutes";
        HttpResponse<String> markdown = ana.get(files + ".md?language=de", request -> request);
        assertThat(markdown.body()).isEqualTo("# Sync de");
        assertThat(markdown.headers().firstValue("Content-Disposition").orElse(""))
                .contains("minutes.md");
        HttpResponse<String> csv = ana.get(files + ".csv", request -> request);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).contains("'=cmd");
        Browser gus = browser().signIn("gus");
        assertThat(gus.get(files + ".md", request -> request).statusCode()).isEqualTo(404);
        assertThat(browser().get(files + ".md", request -> request).statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_is_ones_own_and_what_is_frozen_is_read() {
        JsonNode answer = browser()
                .signIn("ana")
                .ask(
                        "{ viewer { calendarFeeds { nodes { id displayName revokedAt } } meetingMail { mailServerConfigured"
                                + " nodes { kind state subject recipient { displayName } } } } partnership(slug: \"alpha\") {"
                                + " minutes(meeting: \"sync-1\") { fingerprint scorecard { kpiSlug status unit } meeting { slug } }"
                                + " meetingSeries { nodes { displayName schedule { rule pattern { weekdays } } } }"
                                + " commitments { nodes { text owner { displayName } } }"
                                + " meetings(from: \"2026-11-01T00:00:00Z\", to: \"2026-12-01T00:00:00Z\") { live nodes { slug } } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/viewer/meetingMail/nodes/0/state").asString())
                .isEqualTo("WOULD_BE_SENT");
        assertThat(answer.at("/data/partnership/minutes/scorecard/0/status").asString())
                .isEqualTo("RED");
        assertThat(answer.at("/data/partnership/meetingSeries/nodes/0/schedule/pattern/weekdays/0")
                        .asString())
                .isEqualTo("TUESDAY");
        assertThat(answer.at("/data/partnership/meetings/nodes").size()).isEqualTo(1);
    }
}
