package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.house.Browser;
import dev.drumbeat.gateway.house.EventStream;
import dev.drumbeat.gateway.house.FakeIncentives;
import dev.drumbeat.gateway.house.FakePartners;
import io.grpc.Status;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the score pays, as people with and without a right to read money see it. */
class IncentivesTest extends GatewayTest {
    private static final String MONEY = """
            query($slug: String!) { partnership(slug: $slug) { slug
              payPanel { live projections { agreementSlug amount { amount currency } movements { kpiSlug change { amount } } }
                waiting { kind slug } head { count digest } latestStatements { slug } }
              agreements { nodes { slug viewerMay versions { version state signatures { actor { displayName } } } } }
              agreement(slug: "bonus") { displayName versionInForce }
              statements { nodes { slug state total { amount } } }
              statement(slug: "bonus.2026-Q3.1") { id sequence viewerMay
                lines { lineId amount { amount } formula inputs { value } dispute { state claimedAmount { amount } } } }
              statementVerification { intact entries head { digest } }
              forecasts { nodes { value } }
              evidence { nodes { kind concerns points { value } } } } }
            """;
    private static final String STATEMENT =
            GlobalId.encode("Statement", "partnerships/alpha/statements/bonus.2026-Q3.1");
    private static final String AGREEMENT = GlobalId.encode("Agreement", "partnerships/alpha/agreements/bonus");
    private static final String EVIDENCE = GlobalId.encode("PayEvidence", "partnerships/alpha/evidence/e1");
    private static final String SIGN = """
            mutation($input: SignStatementInput!) { signStatement(input: $input) { statement { state } userErrors { code field } } }
            """;

    static Stream<Arguments> mutations() {
        String statement = "statement: \"" + STATEMENT + "\"";
        String line = statement + ", lineId: \"on-time\"";
        String agreement = "agreement: \"" + AGREEMENT + "\"";
        String terms =
                "{displayName: \"Bonus\", currency: \"JPY\", settlementFrequency: MONTHLY, firstPeriod: \"2026-12\","
                        + " cap: \"5000\", rules: [{displayName: \"On time\", tiered: {kpi: \"on-time-delivery\","
                        + " edge: LOWER_INCLUDED, tiers: [{upper: \"95\", amount: \"0\"}, {lower: \"95\", percent: \"42.5\"}]}}]}";
        return Stream.of(
                Arguments.of(
                        "saveAgreementDraft(input: {partnership: \"alpha\", terms: " + terms,
                        "agreement { draft { terms { rules { kind tiered { tiers { lower amount { amount } percent } } } } } }",
                        "SaveDraft",
                        "amount: \"5000\""),
                Arguments.of(
                        "discardAgreementDraft(input: {" + agreement, "agreement { slug }", "DiscardDraft", "bonus"),
                Arguments.of(
                        "proposeAgreement(input: {" + agreement + ", reason: \"A fair one\"",
                        "agreement { slug }",
                        "ProposeAgreement",
                        "A fair one"),
                Arguments.of(
                        "signAgreement(input: {" + agreement + ", version: 2, digest: \"d\", password: \""
                                + FakePartners.PASSWORD + "\"",
                        "agreement { slug }",
                        "SignAgreement",
                        "version: 2"),
                Arguments.of(
                        "rejectAgreement(input: {" + agreement + ", version: 2, reason: \"Too low\"",
                        "agreement { slug }",
                        "RejectAgreement",
                        "Too low"),
                Arguments.of(
                        "endAgreement(input: {" + agreement + ", lastPeriod: \"2026-Q4\", reason: \"Moved\"",
                        "agreement { slug }",
                        "EndAgreement",
                        "2026-Q4"),
                Arguments.of(
                        "declareForecast(input: {" + agreement
                                + ", ruleId: \"truth\", period: \"2026-Q4\", value: \"95\"",
                        "forecast { value kpiSlug }",
                        "DeclareForecast",
                        "value: \"95\""),
                Arguments.of(
                        "proposeStatement(input: {" + agreement + ", period: \"2026-Q3\"",
                        "statement { slug }",
                        "ProposeStatement",
                        "2026-Q3"),
                Arguments.of(
                        "disputeLine(input: {" + line
                                + ", reason: \"Counted twice\", claimedAmount: {amount: \"5000\", currency: \"USD\"}",
                        "statement { state }",
                        "DisputeLine",
                        "amount: \"5000.00\""),
                Arguments.of(
                        "withdrawDispute(input: {" + line,
                        "statement { state }",
                        "WithdrawDispute",
                        "line_id: \"on-time\""),
                Arguments.of(
                        "decideDispute(input: {" + line + ", decision: REJECT, reason: \"It was once\"",
                        "statement { state }",
                        "DecideDispute",
                        "DISPUTE_DECISION_REJECT"),
                Arguments.of(
                        "settleStatement(input: {" + statement + ", reference: \"P-7\"",
                        "statement { state }",
                        "SettleStatement",
                        "P-7"),
                Arguments.of(
                        "disclose(input: {partnership: \"alpha\", kpi: \"on-time-delivery\", period: \"2026-12\","
                                + " text: \"A press is down\", expectedValue: \"88\"",
                        "disclosure { kpiSlug daysBefore }",
                        "Disclose",
                        "expected_value: \"88\""),
                Arguments.of(
                        "replyToEvidence(input: {evidence: \"" + EVIDENCE + "\", text: \"We round to one decimal\"",
                        "evidence { state }",
                        "ReplyToEvidence",
                        "We round"),
                Arguments.of(
                        "decideEvidence(input: {evidence: \"" + EVIDENCE
                                + "\", decision: EXPLAINED, reason: \"Rounding\"",
                        "evidence { state }",
                        "DecideEvidence",
                        "EVIDENCE_DECISION_EXPLAINED"));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void what_is_asked_reaches_incentives_in_its_words(String call, String result, String method, String contained) {
        JsonNode answer = browser()
                .signIn("leo")
                .ask("mutation { " + call + ", requestId: \"r1\"}) { " + result + " userErrors { code message } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.toString()).contains("\"userErrors\":[]");
        assertThat(HOUSE.incentivesServer.requests()).anySatisfy(received -> {
            assertThat(received.method()).isEqualTo(method);
            assertThat(received.subject()).isEqualTo("people/leo");
            assertThat(received.message().toString()).contains(contained).contains("request_id: \"r1\"");
        });
    }

    @Test
    void money_is_told_exactly_and_with_its_currency() {
        JsonNode answer = browser().signIn("leo").ask(MONEY, Map.of("slug", "alpha"));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode partnership = answer.at("/data/partnership");
        assertThat(partnership.at("/payPanel/projections/0/amount/amount").asString())
                .isEqualTo("4200.00");
        assertThat(partnership.at("/payPanel/projections/0/amount/currency").asString())
                .isEqualTo("USD");
        assertThat(partnership.at("/payPanel/waiting/0/kind").asString()).isEqualTo("statements");
        assertThat(partnership.at("/payPanel/head/digest").asString()).isEqualTo(FakeIncentives.DIGEST);
        assertThat(partnership.at("/agreements/nodes/0/viewerMay/0").asString()).isEqualTo("saveAgreementDraft");
        assertThat(partnership
                        .at("/statement/lines/0/dispute/claimedAmount/amount")
                        .asString())
                .isEqualTo("5000.00");
        assertThat(partnership.at("/statementVerification/intact").asBoolean()).isTrue();
    }

    @Test
    void who_may_not_read_money_gets_no_field_no_error_and_no_count_of_it() {
        JsonNode answer = browser().signIn("pia").ask(MONEY, Map.of("slug", "alpha"));
        assertThat(answer.toString())
                .isEqualTo("{\"data\":{\"partnership\":{\"slug\":\"alpha\",\"payPanel\":null,\"agreements\":null,"
                        + "\"agreement\":null,\"statements\":null,\"statement\":null,\"statementVerification\":null,"
                        + "\"forecasts\":null,\"evidence\":null}}}");
        assertThat(browser()
                        .signIn("pia")
                        .ask("{ portfolio { nodes { projectedPay { amount { amount } openStatements } } } }")
                        .toString())
                .isEqualTo("{\"data\":{\"portfolio\":{\"nodes\":[{\"projectedPay\":null}]}}}");
    }

    @Test
    void everybody_of_both_sides_reads_disclosures() {
        JsonNode answer = browser()
                .signIn("pia")
                .ask("{ partnership(slug: \"alpha\") { disclosures { nodes { kpiSlug period daysBefore } }"
                        + " ofKpi: disclosures(kpi: \"on-time-delivery\") { nodes { text } } } }");
        assertThat(answer.at("/data/partnership/disclosures/nodes/0/daysBefore").asInt())
                .isEqualTo(41);
        assertThat(answer.at("/data/partnership/ofKpi/nodes/0/text").asString()).isEqualTo("A press is down");
    }

    @Test
    void foreign_and_non_existing_money_is_the_same_nothing() {
        Browser gus = browser().signIn("gus");
        JsonNode foreign = gus.ask(MONEY, Map.of("slug", "alpha"));
        assertThat(foreign).isEqualTo(gus.ask(MONEY, Map.of("slug", "nowhere")));
        assertThat(foreign.toString()).isEqualTo("{\"data\":{\"partnership\":null}}");
        for (String id : new String[] {STATEMENT, AGREEMENT}) {
            assertThat(gus.ask("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                            .toString())
                    .isEqualTo("{\"data\":{\"node\":null}}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Agreement, partnerships/alpha/agreements/bonus",
        "Statement, partnerships/alpha/statements/bonus.2026-Q3.1",
        "Disclosure, partnerships/alpha/disclosures/x1",
    })
    void a_paper_is_found_again_by_its_id(String type, String name) {
        String id = GlobalId.encode(type, name);
        JsonNode node = browser()
                .signIn("leo")
                .ask("query($id: ID!) { node(id: $id) { __typename id } }", Map.of("id", id))
                .at("/data/node");
        assertThat(node.path("__typename").asString()).isEqualTo(type);
        assertThat(node.path("id").asString()).isEqualTo(id);
    }

    @Test
    void a_portfolio_of_fifty_is_one_question_about_money() {
        Browser max = browser().signIn("max");
        forgetCalls();
        JsonNode page = max.ask("{ portfolio(first: 50) { nodes { partnership { slug } projectedPay { live period"
                + " amount { amount currency } change { amount } disputedLines } } } }");
        assertThat(page.has("errors")).as(page.toString()).isFalse();
        assertThat(page.at("/data/portfolio/nodes").size()).isEqualTo(50);
        assertThat(page.at("/data/portfolio/nodes/49/projectedPay/0/amount/amount")
                        .asString())
                .isEqualTo("4200.00");
        assertThat(HOUSE.incentivesServer.calls()).containsExactly("BatchGetProjections");
    }

    @Test
    void the_scorecard_with_its_panel_is_one_question_about_money() {
        Browser leo = browser().signIn("leo");
        forgetCalls();
        leo.ask("{ partnership(slug: \"alpha\") { slug scorecard { live } payPanel { live head { count } } } }");
        assertThat(HOUSE.incentivesServer.calls()).containsExactly("GetPayPanel");
    }

    @Test
    void the_pages_of_who_may_not_read_money_ask_nothing_about_it() {
        Browser pia = browser().signIn("pia");
        forgetCalls();
        JsonNode page = pia.ask("{ portfolio { nodes { projectedPay { amount { amount } } } }"
                + " partnership(slug: \"alpha\") { scorecard { live } payPanel { live } } }");
        assertThat(page.toString())
                .isEqualTo("{\"data\":{\"portfolio\":{\"nodes\":[{\"projectedPay\":null}]},"
                        + "\"partnership\":{\"scorecard\":{\"live\":true},\"payPanel\":null}}}");
        assertThat(HOUSE.incentivesServer.calls()).isEmpty();
    }

    @Test
    void without_incentives_the_rest_is_live_and_what_was_last_known_is_said_to_be_that() {
        Browser leo = browser().signIn("leo");
        String page = "{ portfolio { nodes { projectedPay { live amount { amount } } } } partnership(slug: \"alpha\") {"
                + " scorecard { live } payPanel { live waiting { slug } projections { period } }"
                + " statement(slug: \"bonus.2026-Q3.1\") { viewerMay total { amount } } } }";
        assertThat(leo.ask(page).has("errors")).isFalse();
        HOUSE.incentivesServer.failWith(Status.UNAVAILABLE);
        JsonNode partial = leo.ask(page);
        assertThat(partial.at("/data/partnership/scorecard/live").asBoolean()).isTrue();
        assertThat(partial.at("/data/partnership/payPanel/live").asBoolean(true))
                .isFalse();
        assertThat(partial.at("/data/partnership/payPanel/projections/0/period").asString())
                .isEqualTo("2026-Q4");
        assertThat(partial.at("/data/partnership/payPanel/waiting").size())
                .as("nothing can be done now")
                .isZero();
        assertThat(partial.at("/data/partnership/statement/viewerMay").size()).isZero();
        assertThat(partial.at("/data/portfolio/nodes/0/projectedPay/0/live").asBoolean(true))
                .isFalse();
        assertThat(partial.path("errors").size()).isEqualTo(1);
        assertThat(partial.at("/errors/0/extensions/service").asString()).isEqualTo("incentives");
        assertThat(partial.at("/errors/0/extensions").has("lastKnownAt")).isTrue();
    }

    @Test
    void signing_needs_the_password_again() {
        Browser leo = browser().signIn("leo");
        JsonNode signed = sign(leo, FakePartners.PASSWORD);
        assertThat(signed.at("/data/signStatement/userErrors").size())
                .as(signed.toString())
                .isZero();
        assertThat(HOUSE.partnersServer.calls()).contains("OpenSession", "EndSession");

        forgetCalls();
        JsonNode refused = sign(leo, "not it");
        assertThat(refused.at("/data/signStatement/statement").isNull()).isTrue();
        assertThat(refused.at("/data/signStatement/userErrors/0/code").asString())
                .isEqualTo("PASSWORD_WRONG");
        assertThat(refused.at("/data/signStatement/userErrors/0/field").asString())
                .isEqualTo("password");
        assertThat(HOUSE.incentivesServer.calls()).isEmpty();
    }

    @Test
    void a_refusal_names_its_rule_and_the_field_of_the_terms() {
        JsonNode answer = browser().signIn("leo").ask("""
                mutation { saveAgreementDraft(input: {partnership: "alpha", requestId: "r", terms: {displayName: "",
                  currency: "USD", settlementFrequency: MONTHLY, firstPeriod: "", rules: []}}) {
                  agreement { slug } userErrors { code field message } } }
                """);
        JsonNode error = answer.at("/data/saveAgreementDraft/userErrors/0");
        assertThat(error.path("code").asString()).isEqualTo("TIERS_GAP");
        assertThat(error.path("field").asString()).isEqualTo("terms.rules.1.tiered.tiers.2.lower");
    }

    @Test
    void terms_are_looked_at_while_they_are_typed() {
        JsonNode answer = browser().signIn("leo").ask("""
                { partnership(slug: "alpha") { payPreview(terms: {displayName: "", currency: "EU", settlementFrequency: MONTHLY,
                    firstPeriod: "", rules: [{displayName: "x", tiered: {kpi: "", edge: LOWER_INCLUDED, tiers: [{}]}}]}) {
                  findings { severity field code message } curves { kpiSlug values amounts stepped } }
                  whatIf(agreement: "bonus", assumptions: [{kpi: "on-time-delivery", value: "96"}]) {
                    difference { amount currency } } } }
                """);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/partnership/payPreview/findings/0/field").asString())
                .isEqualTo("rules.0.tiered.tiers.1.lower");
        assertThat(answer.at("/data/partnership/payPreview/curves/0/amounts/1").asString())
                .isEqualTo("500");
        assertThat(answer.at("/data/partnership/whatIf/difference/amount").asString())
                .isEqualTo("4200.00");
    }

    @Test
    void what_is_half_typed_is_said_at_its_field() {
        JsonNode answer = browser().signIn("leo").ask("""
                { partnership(slug: "alpha") { payPreview(terms: {displayName: "half", currency: "USD", settlementFrequency: MONTHLY,
                    firstPeriod: "", rules: [{displayName: "x", linear: {kpi: ""}}]}) {
                  findings { severity field code message } curves { ruleId } } } }
                """);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode finding = answer.at("/data/partnership/payPreview/findings/0");
        assertThat(finding.path("field").asString()).isEqualTo("rules.0.linear.lower");
        assertThat(finding.path("severity").asString()).isEqualTo("ERROR");
    }

    @Test
    void a_kept_head_is_verified_too() {
        JsonNode answer = browser().signIn("leo").ask("""
                { partnership(slug: "alpha") { statementVerification(keptHead: {count: 3, digest: "ff"}) {
                  intact findings { kind sequence message } } } }
                """);
        assertThat(answer.at("/data/partnership/statementVerification/findings/0/kind")
                        .asString())
                .isEqualTo("KEPT_HEAD_UNKNOWN");
    }

    @Test
    void pages_hear_of_changes_of_their_own_partnerships() {
        await().atMost(Duration.ofSeconds(10)).until(() -> HOUSE.incentives.watcherCount() == 1);
        try (EventStream leo = new EventStream(
                browser().signIn("leo"), "{\"query\":\"subscription { scorecardChanged { slug source } }\"}")) {
            await().until(() -> leo.told("alpha") >= 1);
            HOUSE.incentives.change("gamma");
            HOUSE.incentives.change("alpha");
            await().until(() -> leo.lines().stream().anyMatch(line -> line.contains("INCENTIVES")));
            assertThat(leo.lines()).noneMatch(line -> line.contains("gamma"));
        }
    }

    @Test
    void statements_come_as_a_file_that_no_spreadsheet_takes_for_formulas() {
        HttpResponse<String> file = browser().signIn("leo").get("/api/partnerships/alpha/statements.csv", it -> it);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines()).hasSize(2);
        assertThat(file.body())
                .contains("bonus.2026-Q3.1,")
                .contains("'=On time")
                .contains(",4200.00,USD,");
    }

    @Test
    void the_file_of_statements_is_for_those_who_may_read_money() {
        HttpResponse<String> file = browser().signIn("pia").get("/api/partnerships/alpha/statements.csv", it -> it);
        assertThat(file.statusCode()).isIn(403, 404);
        assertThat(file.body()).doesNotContain("bonus").doesNotContain("4200");
    }

    @Test
    void the_trail_of_incentives_can_be_read() {
        assertThat(browser()
                        .signIn("leo")
                        .ask("{ partnership(slug: \"alpha\") { auditTrail(source: INCENTIVES) { nodes { action } } } }")
                        .toString())
                .contains("statement.signed");
    }

    private static JsonNode sign(Browser person, String password) {
        return person.ask(
                SIGN,
                Map.of(
                        "input",
                        Map.of(
                                "statement",
                                STATEMENT,
                                "digest",
                                FakeIncentives.DIGEST,
                                "password",
                                password,
                                "requestId",
                                "r")));
    }
}
