package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.EventStream;
import dev.drumbeat.proto.common.v1.ListAuditEventsRequest;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Corrective actions and the RACI on the page. */
class ActionsTest extends GatewayTest {
    private static final String ACTION =
            GlobalId.encode("CorrectiveAction", "partnerships/alpha/actions/training-2026-09");
    private static final String PAGE = """
            query($first: Int) { partnership(slug: "alpha") { slug scorecard { live openEpisodes { id } }
              actions(first: $first) { live knownAt nodes { ...A } }
              raci { live raci { version vacancies activities { slug assignments { letter person { slug left } } } } } } }
            fragment A on CorrectiveAction { id number title state episodeIds unownedSince viewerMay partnershipDisplayName
              owner { displayName companyDisplayName } dueDate proposal { owner { slug side } dueDate }
              figures { unownedMinutes overdueDays minutesToClose } steps { stepId doneAt } }
            """;

    private boolean killed;

    @AfterEach
    void bringBack() {
        if (killed) {
            HOUSE.actionsServer.start();
        }
        HOUSE.partners.restore("leo");
    }

    @Test
    void a_scorecards_reds_are_one_question_to_actions() {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        JsonNode answer = ana.ask(
                "{ partnership(slug: \"alpha\") { scorecard { openEpisodes { id } } actions(first: 50) { nodes { id "
                        + "episodeIds owner { displayName } agreements { dueDate } comments { text } } } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/partnership/actions/nodes/0/owner/displayName")
                        .asString())
                .isEqualTo("ana");
        assertThat(HOUSE.actionsServer.calls()).containsExactly("ListActions");
        assertThat(HOUSE.kpisServer.calls()).containsExactly("GetScorecard");
    }

    @Test
    void counts_of_a_portfolio_of_fifty_are_one_question_to_actions() {
        Browser max = browser().signIn("max");
        forgetCalls();
        JsonNode answer = max.ask(
                "{ portfolio(first: 50) { nodes { partnership { slug } actionCounts { open unowned overdue marked } } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/portfolio/nodes").size()).isEqualTo(50);
        assertThat(answer.at("/data/portfolio/nodes/49/actionCounts/unowned").asInt())
                .isEqualTo(1);
        assertThat(HOUSE.actionsServer.calls()).containsExactly("BatchGetActionCounts");
    }

    @Test
    void the_card_knows_its_red_who_has_it_and_since_when_nobody_has() {
        JsonNode nodes = browser().signIn("ana").ask(PAGE, Map.of("first", 31)).at("/data/partnership/actions/nodes");
        JsonNode owned = nodes.get(0);
        assertThat(owned.path("id").asString()).isEqualTo(ACTION);
        assertThat(owned.at("/episodeIds/0").asString())
                .isEqualTo(GlobalId.encode("RedEpisode", "partnerships/alpha/redEpisodes/training@2026-09"));
        assertThat(owned.at("/owner/companyDisplayName").asString()).isEqualTo("ACME");
        assertThat(owned.path("dueDate").asString()).isEqualTo("2026-11-30");
        assertThat(owned.path("partnershipDisplayName").asString()).isEqualTo("Acme & alpha");
        assertThat(owned.path("viewerMay").toString())
                .as("moves that the schema does not know yet are left out")
                .isEqualTo("[\"PROPOSE_OWNER\",\"RECORD_CONTAINMENT\"]");
        assertThat(owned.at("/figures/minutesToClose").isNull()).isTrue();
        JsonNode unowned = nodes.get(1);
        assertThat(unowned.path("owner").isNull()).isTrue();
        assertThat(unowned.path("unownedSince").asString()).isEqualTo("2026-11-22T07:00:00Z");
        assertThat(unowned.at("/proposal/owner/side").asString()).isEqualTo("PARTNER");
    }

    @Test
    void an_action_is_found_by_the_number_that_people_say() {
        Browser ana = browser().signIn("ana");
        String document = "query($n: Int!) { partnership(slug: \"alpha\") { action(number: $n) { number title } } }";
        assertThat(ana.ask(document, Map.of("n", 1))
                        .at("/data/partnership/action/title")
                        .asString())
                .isEqualTo("On-time delivery is red");
        for (int missing : new int[] {0, -1, 99}) {
            JsonNode answer = ana.ask(document, Map.of("n", missing));
            assertThat(answer.at("/data/partnership/action").isNull()).isTrue();
            assertThat(answer.has("errors")).isFalse();
        }
    }

    @Test
    void the_trail_of_one_action_is_asked_for_as_such() {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        JsonNode answer = ana.ask(
                "query($a: ID) { partnership(slug: \"alpha\") { auditTrail(source: ACTIONS, action: $a) { nodes { action } } } }",
                Map.of("a", ACTION));
        assertThat(answer.at("/data/partnership/auditTrail/nodes/0/action").asString())
                .isEqualTo("action.owner_proposed");
        assertThat(((ListAuditEventsRequest)
                                HOUSE.actionsServer.requests().getFirst().message())
                        .getSubject())
                .isEqualTo("partnerships/alpha/actions/training-2026-09");
    }

    @Test
    void without_actions_the_page_shows_who_had_the_reds_when_it_was_last_known_and_offers_no_move() {
        Browser ana = browser().signIn("ana");
        ana.ask(PAGE, Map.of("first", 32));
        HOUSE.actionsServer.failWith(Status.UNAVAILABLE);
        JsonNode answer = ana.ask(PAGE, Map.of("first", 32));
        JsonNode partnership = answer.at("/data/partnership");
        assertThat(partnership.at("/scorecard/live").asBoolean()).isTrue();
        assertThat(partnership.at("/actions/live").asBoolean(true)).isFalse();
        assertThat(partnership.at("/actions/nodes/0/owner/displayName").asString())
                .isEqualTo("ana");
        assertThat(partnership.at("/actions/nodes/0/viewerMay").size()).isZero();
        assertThat(partnership.at("/raci/live").asBoolean(true)).isFalse();
        assertThat(partnership.at("/raci/raci/vacancies/0").asString()).contains("Expediting");
        assertThat(answer.path("errors").size()).isEqualTo(1);
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("actions");
    }

    @Test
    void without_actions_and_nothing_known_everything_else_is_there() {
        Browser ana = browser().signIn("ana");
        HOUSE.actionsServer.failWith(Status.UNAVAILABLE);
        JsonNode answer = ana.ask(
                "{ partnership(slug: \"alpha\") { displayName scorecard { live } action(number: 2) { id }"
                        + " actions(first: 33) { live } raciVersions { nodes { version } } } viewer { actions(first: 33) { live } } }");
        assertThat(answer.at("/data/partnership/actions").isNull()).isTrue();
        assertThat(answer.at("/data/partnership/action").isNull()).isTrue();
        assertThat(answer.at("/data/viewer/actions").isNull()).isTrue();
        assertThat(answer.at("/data/partnership/scorecard/live").asBoolean()).isTrue();
        assertThat(answer.path("errors").size()).isEqualTo(1);
    }

    @Test
    void without_actions_the_portfolio_counts_what_was_last_known() {
        Browser leo = browser().signIn("leo");
        String document = "{ portfolio(first: 34) { live nodes { partnership { slug } actionCounts { unowned } } } }";
        leo.ask(document);
        HOUSE.actionsServer.failWith(Status.UNAVAILABLE);
        JsonNode answer = leo.ask(document);
        assertThat(answer.at("/data/portfolio/live").asBoolean()).isTrue();
        assertThat(answer.at("/data/portfolio/nodes/1/actionCounts/unowned").asInt())
                .isEqualTo(1);
        assertThat(answer.path("errors").size()).isEqualTo(1);
    }

    @Test
    void my_actions_reach_across_partnerships_and_forget_those_that_were_left() {
        Browser leo = browser().signIn("leo");
        String document = "{ viewer { actions(first: 35) { live nodes { partnershipSlug number } } } }";
        assertThat(leo.ask(document).at("/data/viewer/actions/nodes").size()).isEqualTo(2);
        HOUSE.actionsServer.failWith(Status.UNAVAILABLE);
        HOUSE.partners.revoke("leo", "beta");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                leo.ask(document).at("/data/viewer/actions").toString())
                        .contains("alpha")
                        .doesNotContain("beta"));
    }

    @Test
    void refusals_name_their_rule_the_field_and_what_to_do() {
        Browser pia = browser().signIn("pia");
        assertThat(refusal(pia, "proposeOwner", "revision: \"7\", owner: \"pia\", dueDate: \"2026-01-01\""))
                .containsExactly("DUE_DATE_PAST", "dueDate", "The due date has passed: choose today or later.");
        assertThat(refusal(
                        pia,
                        "recordRootCause",
                        "revision: \"7\", occurrenceWhys: [\"a\", \"b\"], escapeWhys: [\"c\", \"operator error\"]"))
                .startsWith("ROOT_CAUSE_PERSON_BLAMED", "escapeWhys.1");
        assertThat(refusal(pia, "acceptOwner", "revision: \"6\"").getFirst()).isEqualTo("REVISION_STALE");
        assertThat(refusal(pia, "acceptOwner", "revision: \"x\"").getFirst()).isEqualTo("REVISION_UNKNOWN");
        assertThat(refusal(pia, "proposeOwner", "revision: \"7\", owner: \"No One\", dueDate: \"2026-12-01\""))
                .startsWith("PERSON_UNKNOWN", "owner");
        JsonNode raci =
                pia.ask("mutation { publishRaci(input: {partnership: \"alpha\", version: 1, reviewDate: \"2027-05-01\","
                        + " reason: \"x\", requestId: \"r\", activities: [{displayName: \"Expediting\", assignments: []}]})"
                        + " { raci { version } userErrors { code field message } } }");
        assertThat(raci.at("/data/publishRaci/userErrors/0/message").asString()).contains("Expediting");
        assertThat(raci.at("/data/publishRaci/userErrors/0/field").asString()).isEqualTo("activities.0.assignments");
    }

    @Test
    void the_escalation_ladder_is_read_and_changed_as_numbers() {
        Browser pia = browser().signIn("pia");
        JsonNode first = pia.ask("{ partnership(slug: \"alpha\") { escalationLadder { unownedOpsHours"
                + " unownedLeadersHours overdueLeadersDays overduePortfolioDays changedAt revision } } }");
        JsonNode ladder = first.at("/data/partnership/escalationLadder");
        assertThat(ladder.at("/unownedOpsHours").asInt()).isEqualTo(24);
        assertThat(ladder.at("/overduePortfolioDays").asInt()).isEqualTo(7);
        assertThat(ladder.at("/changedAt").isNull()).isTrue();
        assertThat(ladder.at("/revision").asString()).isEqualTo("0");
        JsonNode changed = pia.ask("mutation { changeEscalationLadder(input: {partnership: \"alpha\", revision: \"0\","
                + " unownedOpsHours: 4, unownedLeadersHours: 72, overdueLeadersDays: 2, overduePortfolioDays: 7,"
                + " reason: \"Trial runs\", requestId: \"l1\"}) { escalationLadder { unownedOpsHours reason"
                + " changedBy { displayName } revision } userErrors { code } } }");
        assertThat(changed.at("/data/changeEscalationLadder/escalationLadder/unownedOpsHours")
                        .asInt())
                .isEqualTo(4);
        assertThat(changed.at("/data/changeEscalationLadder/escalationLadder/reason")
                        .asString())
                .isEqualTo("Trial runs");
        assertThat(changed.at("/data/changeEscalationLadder/userErrors").size()).isZero();
    }

    @Test
    void foreign_and_non_existing_actions_are_refused_alike() {
        Browser pia = browser().signIn("pia");
        for (String move : List.of("acceptOwner", "acceptClosure")) {
            assertThat(refusal(pia, move, "revision: \"7\"", "partnerships/beta/actions/x"))
                    .isEqualTo(refusal(pia, move, "revision: \"7\"", "partnerships/nowhere/actions/x"))
                    .startsWith("RESOURCE_NOT_FOUND");
        }
    }

    @Test
    void a_change_of_an_action_is_told_to_pages_that_follow_the_partnership() {
        await().atMost(Duration.ofSeconds(10)).until(() -> HOUSE.actions.watcherCount() == 1);
        try (EventStream leo = new EventStream(browser().signIn("leo"), follow("alpha"))) {
            await().until(() -> leo.told("alpha") == 1);
            move(browser().signIn("pia"), "acceptOwner", "revision: \"7\"", "partnerships/alpha/actions/x");
            await().atMost(Duration.ofSeconds(1)).until(() -> leo.told("alpha") == 2);
            assertThat(leo.events()
                            .getLast()
                            .at("/data/scorecardChanged/source")
                            .asString())
                    .isEqualTo("ACTIONS");
            HOUSE.actions.change("beta");
            HOUSE.actions.change("alpha");
            await().atMost(Duration.ofSeconds(1)).until(() -> leo.told("alpha") == 3);
            assertThat(leo.told("beta")).isZero();
        }
    }

    @Test
    void pages_read_again_after_the_watch_over_actions_was_broken() {
        try (EventStream ana = new EventStream(browser().signIn("ana"), follow("alpha"))) {
            await().until(() -> ana.told("alpha") == 1);
            HOUSE.actionsServer.kill();
            killed = true;
            HOUSE.actions.change("alpha");
            HOUSE.actionsServer.start();
            killed = false;
            await().atMost(Duration.ofSeconds(10)).until(() -> ana.told("alpha") == 2);
        }
    }

    private static List<String> refusal(Browser person, String mutation, String input) {
        return refusal(person, mutation, input, "partnerships/alpha/actions/training-2026-09");
    }

    private static List<String> refusal(Browser person, String mutation, String input, String action) {
        JsonNode payload = move(person, mutation, input, action);
        assertThat(payload.path("action").isNull()).isTrue();
        JsonNode error = payload.at("/userErrors/0");
        return List.of(
                error.path("code").asString(),
                error.path("field").asString(""),
                error.path("message").asString());
    }

    private static JsonNode move(Browser person, String mutation, String input, String action) {
        return person.ask("mutation { " + mutation + "(input: {action: \"" + GlobalId.encode("CorrectiveAction", action)
                        + "\", " + input
                        + ", requestId: \"r-1\"}) { action { id } userErrors { code field message } } }")
                .at("/data/" + mutation);
    }

    private static String follow(String slug) {
        return "{\"query\":\"subscription { scorecardChanged(slugs: [\\\"" + slug
                + "\\\"]) { slug source revision } }\"}";
    }
}
