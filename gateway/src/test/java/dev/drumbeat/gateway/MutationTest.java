package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.FakePartners;
import dev.drumbeat.gateway.house.FakeServer.Received;
import dev.drumbeat.proto.kpis.v1.RecordMeasurementsRequest;
import dev.drumbeat.proto.kpis.v1.UpdateKpiRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class MutationTest extends GatewayTest {
    private static final String RECORD = """
            mutation($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) {
              recordedCount unchangedCount measurements { id period value } userErrors { code field message } } }
            """;

    static Stream<Arguments> mutations() {
        String kpi = "partnership: \"alpha\", kpi: \"training\"";
        return Stream.of(
                Arguments.of(
                        "changePassword(input: {currentPassword: \"a\", newPassword: \"a long password\"",
                        "",
                        "ChangePassword",
                        "a long password"),
                Arguments.of(
                        "endSession(input: {session: \"" + GlobalId.encode("Session", "sessions/s1") + "\"",
                        "",
                        "EndSessions",
                        "name: \"sessions/s1\""),
                Arguments.of(
                        "invitePerson(input: {slug: \"zoe\", displayName: \"Zoe\", email: \"z@example.test\", company: \"acme\"",
                        "person { slug invitedUntil administrator } delivery { mailed path expiresAt }",
                        "InvitePerson",
                        "company: \"companies/acme\""),
                Arguments.of(
                        "renewPasswordLink(input: {person: \"zoe\"",
                        "person { slug } delivery { mailed path }",
                        "RenewPasswordLink",
                        "person: \"people/zoe\""),
                Arguments.of("endOtherSessions(input: {", "", "EndSessions", "current_session_secret: "),
                Arguments.of(
                        "createCompany(input: {slug: \"new\", displayName: \"New\", timeZone: \"UTC\"",
                        "company { slug }",
                        "CreateCompany",
                        "display_name: \"New\""),
                Arguments.of(
                        "createPerson(input: {slug: \"zoe\", displayName: \"Zoe\", email: \"z@example.test\","
                                + " company: \"acme\", password: \"p\", administrator: true",
                        "person { slug }",
                        "CreatePerson",
                        "company: \"companies/acme\""),
                Arguments.of(
                        "deactivatePerson(input: {person: \"zoe\", reason: \"Left\"",
                        "person { slug }",
                        "DeactivatePerson",
                        "name: \"people/zoe\""),
                Arguments.of(
                        "createPartnership(input: {slug: \"new\", displayName: \"New\", owner: \"acme\","
                                + " partner: \"new-parts\", currency: \"USD\", dataNotice: \"Made up\"",
                        "partnership { slug }",
                        "CreatePartnership",
                        "data_notice: \"Made up\""),
                Arguments.of(
                        "grantMembership(input: {partnership: \"alpha\", person: \"zoe\", role: VIEWER",
                        "member { role }",
                        "GrantMembership",
                        "role: ROLE_VIEWER"),
                Arguments.of(
                        "revokeMembership(input: {partnership: \"alpha\", person: \"zoe\", reason: \"Moved\"",
                        "",
                        "RevokeMembership",
                        "name: \"partnerships/alpha/members/zoe\""),
                Arguments.of(
                        "createIngestionToken(input: {partnership: \"alpha\", displayName: \"Mill\", side: PARTNER,"
                                + " kpis: [\"training\"]",
                        "secret token { id }",
                        "CreateIngestionToken",
                        "recordable_kpis: \"partnerships/alpha/kpis/training\""),
                Arguments.of(
                        "revokeIngestionToken(input: {token: \""
                                + GlobalId.encode("IngestionToken", "partnerships/alpha/ingestionTokens/t1")
                                + "\", reason: \"Lost\"",
                        "token { id }",
                        "RevokeIngestionToken",
                        "name: \"partnerships/alpha/ingestionTokens/t1\""),
                Arguments.of(
                        "createKpi(input: {partnership: \"alpha\", slug: \"yield\", displayName: \"Yield\","
                                + " unit: PERCENT, role: DRIVER, direction: HIGHER_IS_BETTER, frequency: WEEKLY,"
                                + " aggregation: RATIO, rolledFrom: [\"training\"]",
                        "kpi { slug ruleSet graceDays }",
                        "CreateKpi",
                        "rolled_from: \"partnerships/alpha/kpis/training\""),
                Arguments.of(
                        "updateKpi(input: {" + kpi + ", revision: \"3\", graceDays: 9, reason: \"Later\"",
                        "kpi { graceDays }",
                        "UpdateKpi",
                        "grace_days: 9"),
                Arguments.of(
                        "retireKpi(input: {" + kpi + ", revision: \"3\", reason: \"Done\"",
                        "kpi { slug }",
                        "RetireKpi",
                        "revision: 3"),
                Arguments.of(
                        "rebaseKpi(input: {" + kpi + ", fromPeriod: \"2026-10\", reason: \"New line\"",
                        "kpi { slug }",
                        "RebaseKpi",
                        "from_period: \"2026-10\""),
                Arguments.of(
                        "proposeTarget(input: {" + kpi + ", fromPeriod: \"2027-01\", bounds: {value: \"96\","
                                + " redLimit: \"92.50\"}, reason: \"Agreed\"",
                        "target { id state }",
                        "ProposeTarget",
                        "red_limit: \"92.50\""),
                Arguments.of(
                        "decideTarget(input: {target: \""
                                + GlobalId.encode("Target", "partnerships/alpha/kpis/training/targets/g1")
                                + "\", decision: REJECT, reason: \"Too low\"",
                        "target { id }",
                        "DecideTarget",
                        "decision: DECISION_REJECT"),
                Arguments.of(
                        "recordMeasurements(input: {partnership: \"alpha\", measurements: [{kpi: \"training\","
                                + " period: \"2026-10\", figure: {noActivity: true}}]",
                        "recordedCount measurements { id }",
                        "RecordMeasurements",
                        "no_activity: true"),
                Arguments.of(
                        "proposeCorrection(input: {" + kpi + ", period: \"2026-10\", supersedesRevision: 1,"
                                + " figure: {numerator: \"9\", denominator: \"10\"}, reason: \"Miscounted\"",
                        "correction { id }",
                        "ProposeCorrection",
                        "denominator: \"10\""),
                Arguments.of(
                        "decideCorrection(input: {correction: \""
                                + GlobalId.encode("Correction", "partnerships/alpha/kpis/training/corrections/c1")
                                + "\", decision: ACCEPT",
                        "correction { id }",
                        "DecideCorrection",
                        "decision: DECISION_ACCEPT"),
                Arguments.of(
                        "addNote(input: {" + kpi + ", kind: CONTEST, period: \"2026-10\", text: \"Wrong\"",
                        "note { id text }",
                        "AddNote",
                        "audience: NOTE_AUDIENCE_BOTH"),
                Arguments.of(
                        "openAction(input: {" + kpi + ", title: \"Seal wear\", problem: \"Two leaks\"",
                        "action { id number }",
                        "OpenAction",
                        "kpi: \"partnerships/alpha/kpis/training\""),
                move(
                        "proposeOwner",
                        "revision: \"7\", owner: \"pia\", dueDate: \"2026-11-30\"",
                        "ProposeOwner",
                        "owner: \"people/pia\""),
                move("acceptOwner", "revision: \"7\"", "AcceptOwner", "revision: 7"),
                move(
                        "recordContainment",
                        "revision: \"7\", text: \"Sorting at 100 %\"",
                        "RecordContainment",
                        "text: \"Sorting"),
                move(
                        "recordRootCause",
                        "revision: \"7\", occurrenceWhys: [\"a\", \"b\"], escapeWhys: [\"c\", \"d\"]",
                        "RecordRootCause",
                        "escape_whys: \"d\""),
                move(
                        "planSteps",
                        "revision: \"7\", steps: [{kind: SYSTEMIC, text: \"Audit\", owner: \"pia\","
                                + " dueDate: \"2026-12-01\"}]",
                        "PlanSteps",
                        "kind: STEP_KIND_SYSTEMIC"),
                move("completeStep", "revision: \"7\", stepId: \"s1\"", "CompleteStep", "step_id: \"s1\""),
                move("acceptClosure", "revision: \"7\"", "AcceptClosure", "revision: 7"),
                move("voidAction", "revision: \"7\", reason: \"Twice\"", "VoidAction", "reason: \"Twice\""),
                move("commentAction", "text: \"Seen on the line\"", "AddComment", "text: \"Seen"),
                move("addEvidence", "title: \"Photo\", url: \"https://example.test/p\"", "AddEvidence", "url: \"https"),
                Arguments.of(
                        "publishRaci(input: {partnership: \"alpha\", version: 1, reviewDate: \"2027-05-01\","
                                + " reason: \"New people\", activities: [{slug: \"expediting\", displayName: \"Expediting\","
                                + " assignments: [{person: \"pia\", letter: ACCOUNTABLE}]}]",
                        "raci { version }",
                        "PublishRaci",
                        "letter: RACI_LETTER_ACCOUNTABLE"),
                Arguments.of(
                        "changeEscalationLadder(input: {partnership: \"alpha\", revision: \"0\", unownedOpsHours: 4,"
                                + " unownedLeadersHours: 12, overdueLeadersDays: 1, overduePortfolioDays: 3,"
                                + " reason: \"Trial runs\"",
                        "escalationLadder { revision reason }",
                        "ChangeEscalationLadder",
                        "unowned_leaders_hours: 12"),
                Arguments.of(
                        "moveMeeting(input: {partnership: \"alpha\", meeting: \"sync-1\", revision: \"4\", start: \"2026-11-25T09:00\", reason: \"Holiday\"",
                        "meeting { slug }",
                        "MoveMeeting",
                        "start: \"2026-11-25T09:00\""),
                Arguments.of(
                        "cancelMeeting(input: {partnership: \"alpha\", meeting: \"sync-1\", revision: \"4\", reason: \"Holiday\"",
                        "meeting { slug }",
                        "CancelMeeting",
                        "reason: \"Holiday\""),
                Arguments.of(
                        "startMeeting(input: {partnership: \"alpha\", meeting: \"sync-1\"",
                        "meeting { slug }",
                        "StartMeeting",
                        "name: \"partnerships/alpha/meetings/sync-1\""),
                Arguments.of(
                        "attendMeeting(input: {partnership: \"alpha\", meeting: \"sync-1\", person: \"leo\"",
                        "meeting { slug }",
                        "AttendMeeting",
                        "person: \"people/leo\""),
                Arguments.of(
                        "leaveMeeting(input: {partnership: \"alpha\", meeting: \"sync-1\"",
                        "meeting { slug }",
                        "LeaveMeeting",
                        "sync-1"),
                Arguments.of(
                        "endMeeting(input: {partnership: \"alpha\", meeting: \"sync-1\", unresolvedReason: \"Waits for parts\"",
                        "meeting { slug }",
                        "EndMeeting",
                        "unresolved_reason: \"Waits"),
                Arguments.of(
                        "addAgendaItem(input: {partnership: \"alpha\", meeting: \"sync-1\", title: \"New line\"",
                        "meeting { slug }",
                        "AddItem",
                        "title: \"New line\""),
                Arguments.of(
                        "updateAgendaItem(input: {partnership: \"alpha\", meeting: \"sync-1\", itemId: \"i1\", revision: \"1\", note: \"\"",
                        "meeting { slug }",
                        "UpdateItem",
                        "note: \"\""),
                Arguments.of(
                        "moveAgendaItem(input: {partnership: \"alpha\", meeting: \"sync-1\", itemId: \"i1\", beforeItemId: \"i2\"",
                        "meeting { slug }",
                        "MoveItem",
                        "before_item_id: \"i2\""),
                Arguments.of(
                        "selectAgendaItem(input: {partnership: \"alpha\", meeting: \"sync-1\", itemId: \"i1\"",
                        "meeting { slug }",
                        "SelectItem",
                        "item_id: \"i1\""),
                Arguments.of(
                        "closeAgendaItem(input: {partnership: \"alpha\", meeting: \"sync-1\", itemId: \"i1\", revision: \"1\", state: CARRIED_OVER, reason: \"No data\"",
                        "meeting { slug }",
                        "CloseItem",
                        "ITEM_STATE_CARRIED_OVER"),
                Arguments.of(
                        "reopenAgendaItem(input: {partnership: \"alpha\", meeting: \"sync-1\", itemId: \"i1\", revision: \"1\"",
                        "meeting { slug }",
                        "ReopenItem",
                        "revision: 1"),
                Arguments.of(
                        "addDecision(input: {partnership: \"alpha\", meeting: \"sync-1\", itemId: \"i1\", what: \"Dual source\", decidedBy: [\"pia\"]",
                        "meeting { slug }",
                        "AddDecision",
                        "decided_by: \"people/pia\""),
                Arguments.of(
                        "updateDecision(input: {partnership: \"alpha\", meeting: \"sync-1\", decisionId: \"d1\", revision: \"1\", what: \"Wait\"",
                        "meeting { slug }",
                        "UpdateDecision",
                        "what: \"Wait\""),
                Arguments.of(
                        "removeDecision(input: {partnership: \"alpha\", meeting: \"sync-1\", decisionId: \"d1\", revision: \"1\"",
                        "meeting { slug }",
                        "RemoveDecision",
                        "decision_id: \"d1\""),
                Arguments.of(
                        "addCommitment(input: {partnership: \"alpha\", meeting: \"sync-1\", text: \"Send samples\", owner: \"pia\", dueDate: \"2026-12-01\"",
                        "meeting { slug }",
                        "AddCommitment",
                        "due_date: \"2026-12-01\""),
                Arguments.of(
                        "createMeetingSeries(input: {partnership: \"alpha\", kind: OTHER, displayName: \"Engineering\", schedule: {pattern: {kind: WEEKLY, weekdays: [TUESDAY]}, start: \"2026-11-24T09:00\", timeZone: \"Europe/Berlin\", durationMinutes: 45}",
                        "series { slug }",
                        "CreateSeries",
                        "WEEKDAY_TUESDAY"),
                Arguments.of(
                        "updateMeetingSeries(input: {partnership: \"alpha\", series: \"ops-sync\", revision: \"2\", displayName: \"Sync\"",
                        "series { slug }",
                        "UpdateSeries",
                        "display_name: \"Sync\""),
                Arguments.of(
                        "endMeetingSeries(input: {partnership: \"alpha\", series: \"ops-sync\", revision: \"2\", reason: \"Merged\"",
                        "series { slug }",
                        "EndSeries",
                        "reason: \"Merged\""),
                Arguments.of(
                        "createCalendarFeed(input: {displayName: \"Phone\"",
                        "path feed { id }",
                        "CreateCalendarFeed",
                        "display_name: \"Phone\""),
                Arguments.of(
                        "updateCommitment(input: {commitment: \""
                                + GlobalId.encode(
                                        "Commitment", "partnerships/alpha/commitments/ops-sync-20260825t1300z.c1")
                                + "\", revision: \"1\", text: \"x\", owner: \"leo\", dueDate: \"2026-12-02\"",
                        "commitment { id state }",
                        "UpdateCommitment",
                        "owner: \"people/leo\""),
                Arguments.of(
                        "completeCommitment(input: {commitment: \""
                                + GlobalId.encode(
                                        "Commitment", "partnerships/alpha/commitments/ops-sync-20260825t1300z.c1")
                                + "\", revision: \"1\"",
                        "commitment { id state }",
                        "CompleteCommitment",
                        "partnerships/alpha/commitments/ops-sync-20260825t1300z.c1"),
                Arguments.of(
                        "reopenCommitment(input: {commitment: \""
                                + GlobalId.encode(
                                        "Commitment", "partnerships/alpha/commitments/ops-sync-20260825t1300z.c1")
                                + "\", revision: \"1\", reason: \"Not yet\"",
                        "commitment { id state }",
                        "ReopenCommitment",
                        "reason: \"Not yet\""),
                Arguments.of(
                        "dropCommitment(input: {commitment: \""
                                + GlobalId.encode(
                                        "Commitment", "partnerships/alpha/commitments/ops-sync-20260825t1300z.c1")
                                + "\", revision: \"1\", reason: \"Moot\"",
                        "commitment { id state }",
                        "DropCommitment",
                        "reason: \"Moot\""),
                Arguments.of(
                        "revokeCalendarFeed(input: {feed: \"" + GlobalId.encode("CalendarFeed", "calendarFeeds/f1")
                                + "\"",
                        "feed { id revokedAt }",
                        "RevokeCalendarFeed",
                        "calendarFeeds/f1"));
    }

    private static Arguments move(String mutation, String input, String method, String told) {
        return Arguments.of(
                mutation + "(input: {action: \""
                        + GlobalId.encode("CorrectiveAction", "partnerships/alpha/actions/training-2026-09") + "\", "
                        + input,
                "action { id state revision }",
                method,
                told);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mutations")
    void what_is_entered_reaches_its_service(String call, String selection, String method, String told) {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        JsonNode answer = ana.ask("mutation { " + call + ", requestId: \"r-1\"}) { " + selection
                + " userErrors { code field message } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode payload = answer.path("data").values().iterator().next();
        assertThat(payload.path("userErrors").size()).as(answer.toString()).isZero();
        Received received = Stream.concat(
                        HOUSE.partnersServer.requests().stream(),
                        Stream.of(HOUSE.kpisServer, HOUSE.actionsServer, HOUSE.cadenceServer)
                                .flatMap(server -> server.requests().stream()))
                .filter(each -> each.method().equals(method))
                .findFirst()
                .orElseThrow();
        assertThat(received.message().toString()).contains(told).contains("request_id: \"r-1\"");
        assertThat(received.subject()).isEqualTo("people/ana");
    }

    @Test
    void a_refusal_names_the_inputs_field_and_the_rule() {
        JsonNode payload = record(
                        browser().signIn("ana"),
                        List.of(
                                measurement("2026-10", Map.of("value", "1")),
                                measurement("2030-01", Map.of("numerator", "1", "denominator", "2"))))
                .at("/data/recordMeasurements");
        assertThat(payload.at("/userErrors/0/code").asString()).isEqualTo("PERIOD_FUTURE");
        assertThat(payload.at("/userErrors/0/field").asString()).isEqualTo("measurements.1.figure.numerator");
        assertThat(payload.at("/userErrors/0/message").asString()).isEqualTo("Not yet.");
        assertThat(payload.at("/recordedCount").asInt()).isZero();
    }

    @Test
    void a_figure_has_exactly_one_form() {
        Browser ana = browser().signIn("ana");
        for (Map<String, Object> figure : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("value", "1", "noActivity", true),
                Map.of("numerator", "1"),
                Map.of("value", "1", "numerator", "1", "denominator", "1"))) {
            forgetCalls();
            JsonNode payload =
                    record(ana, List.of(measurement("2026-10", figure))).at("/data/recordMeasurements");
            assertThat(payload.at("/userErrors/0/code").asString()).isEqualTo("FIGURE_FORM");
            assertThat(payload.at("/userErrors/0/field").asString()).isEqualTo("measurements.0.figure");
            assertThat(HOUSE.kpisServer.calls()).isEmpty();
        }
    }

    @Test
    void figures_are_decimals_to_the_last_digit() {
        Browser ana = browser().signIn("ana");
        record(ana, List.of(measurement("2026-10", Map.of("value", "0.10000000000000000"))));
        assertThat(record(ana, List.of(measurement("2026-10", Map.of("value", "1e3"))))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        forgetCalls();
        record(ana, List.of(measurement("2026-10", Map.of("value", "123456789012345678.123456789012"))));
        assertThat(HOUSE.kpisServer.requests().getFirst().message().toString())
                .contains("123456789012345678.123456789012");
    }

    @Test
    void nothing_is_recorded_for_a_foreign_or_non_existing_partnership_with_the_same_words() {
        Browser pia = browser().signIn("pia");
        JsonNode foreign = recordIn(pia, "beta");
        assertThat(foreign).isEqualTo(recordIn(pia, "nowhere"));
        assertThat(foreign.at("/data/recordMeasurements/userErrors/0/code").asString())
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void a_change_of_something_that_was_changed_meanwhile_is_refused() {
        Browser ana = browser().signIn("ana");
        JsonNode answer =
                ana.ask("mutation { updateKpi(input: {partnership: \"alpha\", kpi: \"training\", revision: \"2\","
                        + " graceDays: 3, reason: \"x\", requestId: \"r\"}) { kpi { slug } userErrors { code } } }");
        assertThat(answer.at("/data/updateKpi/userErrors/0/code").asString()).isEqualTo("REVISION_STALE");
        assertThat(answer.at("/data/updateKpi/kpi").isNull()).isTrue();
    }

    @Test
    void what_is_left_out_of_a_change_stays_as_it_is() {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        ana.ask("mutation { updateKpi(input: {partnership: \"alpha\", kpi: \"training\", revision: \"3\","
                + " decimals: 0, reason: \"x\", requestId: \"r\"}) { userErrors { code } } }");
        UpdateKpiRequest request =
                (UpdateKpiRequest) HOUSE.kpisServer.requests().getLast().message();
        assertThat(request.getKpi().getDisplayName()).isEqualTo("training");
        assertThat(request.getKpi().getDecimals()).isZero();
    }

    @Test
    void a_token_records_figures_and_reads_nothing_of_them() {
        Browser system = browser();
        var answer = Browser.JSON.readTree(system.post(
                        RECORD,
                        Map.of("input", input("alpha", List.of(measurement("2026-10", Map.of("value", "1"))))),
                        request -> request.header("Authorization", "Bearer " + FakePartners.TOKEN))
                .body());
        assertThat(answer.at("/data/recordMeasurements/recordedCount").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/recordMeasurements/measurements").size()).isZero();
        Received received = HOUSE.kpisServer.requests().getFirst();
        assertThat(received.subject()).isEqualTo("tokens/t1");
        assertThat(((RecordMeasurementsRequest) received.message()).getPartnership())
                .isEqualTo("partnerships/alpha");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "{ viewer { administrator } }",
                "{ partnership(slug: \"alpha\") { slug } }",
                "{ portfolio { totalCount } }",
                "{ partnerships { nodes { slug } } }",
                "{ node(id: \"UGFydG5lcnNoaXA6cGFydG5lcnNoaXBzL2FscGhh\") { id } }",
                "{ companies { nodes { slug } } }",
                "mutation { addNote(input: {partnership: \"alpha\", kpi: \"training\", kind: COMMENT, text: \"x\","
                        + " requestId: \"r\"}) { userErrors { code } } }",
                "mutation { createCompany(input: {displayName: \"x\", timeZone: \"UTC\", requestId: \"r\"})"
                        + " { userErrors { code } } }",
            })
    void a_token_does_nothing_else(String document) {
        forgetCalls();
        JsonNode answer = Browser.JSON.readTree(browser()
                .post(document, Map.of(), request -> request.header("Authorization", "Bearer " + FakePartners.TOKEN))
                .body());
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as(answer.toString())
                .isEqualTo("TOKEN_RECORDS_ONLY");
        assertThat(HOUSE.kpisServer.calls()).isEmpty();
    }

    private static JsonNode recordIn(Browser person, String partnership) {
        return person.ask(
                RECORD, Map.of("input", input(partnership, List.of(measurement("2026-10", Map.of("value", "1"))))));
    }

    private static JsonNode record(Browser person, List<Map<String, Object>> measurements) {
        return person.ask(RECORD, Map.of("input", input("alpha", measurements)));
    }

    private static Map<String, Object> input(String partnership, List<Map<String, Object>> measurements) {
        return Map.of("partnership", partnership, "measurements", measurements, "requestId", "r-1");
    }

    private static Map<String, Object> measurement(String period, Map<String, Object> figure) {
        return Map.of("kpi", "on-time-delivery", "period", period, "figure", figure);
    }
}
