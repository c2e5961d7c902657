package dev.drumbeat.systemtests.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.SharedHouse;
import dev.drumbeat.systemtests.house.TestHouse;
import dev.drumbeat.systemtests.world.Partnership;
import dev.drumbeat.systemtests.world.Partnership.Seat;
import dev.drumbeat.systemtests.world.Setup;
import dev.drumbeat.systemtests.world.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are no values, texts that are no texts, names that only look like names: from somebody who may do all the rest. */
@ExtendWith(SharedHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InputAbuseTest {
    private static final String BY_SLUG = "query Q($slug: String!) { partnership(slug: $slug) { displayName } }";

    private final TestHouse house;
    private final Partnership partnership;
    private final Caller ops;
    private final Refusals refusals = new Refusals();
    private String before = "";

    InputAbuseTest(TestHouse house) {
        this.house = house;
        this.partnership = World.another(house.api(), "myrtle", "Myrtle");
        this.ops = partnership.signIn(house.api(), Seat.OWNER_OPS);
    }

    @BeforeEach
    void look() {
        before = partnership.state(house.api());
    }

    @AfterEach
    void nothing_changed() {
        assertThat(partnership.state(house.api())).isEqualTo(before);
    }

    @AfterAll
    void tell() {
        System.out.println("Abuse of inputs: " + refusals.inWords());
    }

    static Stream<Object> noFigures() {
        return Stream.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "1e308",
                "1E+308",
                "1e-400",
                "0x1F",
                "1_000",
                "1,5",
                "1.5.5",
                "--1",
                "",
                " ",
                "9".repeat(19),
                "9".repeat(90_000),
                "0." + "1".repeat(40),
                // Digits that are digits elsewhere: Arabic-Indic, fullwidth, mathematical, and a minus that is a dash.
                "٩٥",
                "９５",
                "𝟗𝟓",
                "−95",
                "95\u0000",
                "95\u200b",
                "{\"$gt\": 0}",
                1e308,
                95.5,
                -1,
                true,
                List.of("1", "2"),
                Map.of("$gt", ""));
    }

    @ParameterizedTest
    @MethodSource("noFigures")
    void what_is_no_decimal_number_is_no_figure_and_no_target(Object value) {
        refusals.refused(
                ops,
                "recordMeasurements",
                Map.of(
                        "partnership",
                        partnership.slug(),
                        "measurements",
                        List.of(Map.of(
                                "kpi",
                                Partnership.GOAL,
                                "period",
                                Partnership.month(0),
                                "figure",
                                Map.of("value", value)))),
                "GRAPHQL_VALIDATION_FAILED",
                "NUMBER_.*");
        refusals.refused(
                ops,
                "proposeTarget",
                Map.of(
                        "partnership",
                        partnership.slug(),
                        "kpi",
                        Partnership.GOAL,
                        "fromPeriod",
                        Partnership.month(-1),
                        "bounds",
                        Map.of("value", value, "redLimit", "1"),
                        "reason",
                        "why not"),
                "GRAPHQL_VALIDATION_FAILED",
                "NUMBER_.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "-Infinity", "1e308", "1E5", "٩٥", "９５", "=1+1", "95\u200b", "{\"$gt\":0}"})
    void what_is_no_decimal_number_is_no_figure_in_a_file_either(String value) {
        String csv = "kpi,period,value\n%s,%s,\"%s\"\n"
                .formatted(Partnership.GOAL, Partnership.month(0), value.replace("\"", "\"\""));
        HttpResponse<String> report = ops.importCsv(partnership.slug(), "commit", "abuse-" + value.hashCode(), csv);
        assertThat(report.statusCode()).isEqualTo(200);
        var json = JsonParser.parseString(report.body()).getAsJsonObject();
        assertThat(json.get("committed").getAsBoolean()).as(report.body()).isFalse();
        assertThat(json.get("errorRows").getAsInt()).isEqualTo(1);
    }

    @Test
    void numbers_that_json_does_not_know_are_no_request() {
        for (String number : List.of("NaN", "Infinity", "-Infinity", "1e99999999", "0123", "+1", "٩")) {
            String body =
                    "{\"query\":\"query Q($n: Int) { portfolio(first: $n) { totalCount } }\",\"variables\":{\"n\":%s}}"
                            .formatted(number);
            HttpResponse<String> answer = ops.send(ops.request("/graphql")
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/graphql-response+json")
                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(number + ": " + answer.body()).isEqualTo(400);
            assertThat(Refusals.codes(JsonParser.parseString(answer.body()).getAsJsonObject()))
                    .as(answer.body())
                    .allMatch(code -> code.equals("BAD_REQUEST") || code.equals("GRAPHQL_VALIDATION_FAILED"));
        }
    }

    static Stream<String> lookalikes() {
        return Stream.of(
                // A Cyrillic a, a long s, a combining mark, other cases, other widths, invisible letters, turned
                // direction.
                "h\u0430zel",
                "ha\u017fel",
                "haze\u0301l",
                "HAZEL",
                "myrtle ",
                " myrtle",
                "ｈａｚｅｌ",
                "ha\u200bzel",
                "myrtle\u0000",
                "\u202elezah",
                "\ufeffmyrtle",
                "myrtle\n",
                "../partnerships/myrtle",
                "myrtle/kpis/" + Partnership.GOAL,
                "%68azel",
                "haz*",
                "haze.",
                ".*",
                "{\"$ne\": null}",
                "{\"$regex\": \".*\"}",
                "$where",
                "myrtle' || '1'=='1",
                "h".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("lookalikes")
    void what_only_looks_like_a_name_names_nothing(String slug) {
        var answer = ops.graphql(BY_SLUG, Map.of("slug", slug));
        assertThat(answer.getAsJsonObject("data").get("partnership").isJsonNull())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        refusals.refused(
                ops,
                "addNote",
                Map.of(
                        "partnership",
                        slug,
                        "kpi",
                        Partnership.GOAL,
                        "period",
                        Partnership.month(1),
                        "kind",
                        "COMMENT",
                        "audience",
                        "BOTH",
                        "text",
                        "for whom?"),
                "RESOURCE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u0007b", "a\u202eb", "a\u2066b", "a\u2028b", "a\ufeffb", "a\u001b[31mb", "   "})
    void texts_that_would_trick_their_readers_are_refused(String text) {
        refusals.refused(
                ops,
                "addNote",
                Map.of(
                        "partnership",
                        partnership.slug(),
                        "kpi",
                        Partnership.GOAL,
                        "period",
                        Partnership.month(1),
                        "kind",
                        "COMMENT",
                        "audience",
                        "BOTH",
                        "text",
                        text),
                "TEXT_.*");
        refusals.refused(
                ops,
                "openAction",
                Map.of("partnership", partnership.slug(), "title", text, "problem", "3 of 40"),
                "TEXT_.*");
    }

    /** JSON may hold half of a pair of surrogates, UTF-8 may not. */
    @Test
    void half_a_letter_is_no_letter() {
        String body =
                ("{\"query\":\"mutation M($input: OpenActionInput!) { openAction(input: $input) { userErrors { code } } }\","
                        + "\"variables\":{\"input\":{\"partnership\":\"myrtle\",\"title\":\"half \\ud83d\",\"problem\":\"x y z\","
                        + "\"requestId\":\"half\"}}}");
        HttpResponse<String> answer = ops.send(ops.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(Refusals.codes(JsonParser.parseString(answer.body()).getAsJsonObject()))
                .as(answer.body())
                .isNotEmpty()
                .doesNotContain("INTERNAL");
    }

    @Test
    void operators_of_the_database_find_nobody_and_nothing() {
        for (String operator : List.of("{\"$ne\": null}", "{\"$gt\": \"\"}", "$where", "[$ne]", ".*", "' or '1'='1")) {
            HttpResponse<String> signIn = house.api()
                    .nobody()
                    .send(house.api()
                            .nobody()
                            .request("/api/sign-in")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("email=" + encoded(operator) + "&password="
                                    + encoded(operator) + "&email[$ne]=x&password[$ne]=x")));
            assertThat(signIn.statusCode()).as(operator).isIn(401, 429);
            assertThat(signIn.headers().allValues("Set-Cookie")).isEmpty();
            var found = ops.data(
                    "query Q($search: String) { partnerships(search: $search) { nodes { slug } } }",
                    Map.of("search", operator));
            assertThat(found.getAsJsonObject("partnerships").getAsJsonArray("nodes"))
                    .isEmpty();
        }
        refusals.refusedDocument(ops, BY_SLUG, Map.of("slug", Map.of("$ne", "")), "GRAPHQL_VALIDATION_FAILED");
        refusals.refusedDocument(
                ops,
                BY_SLUG.replace("$slug: String!", "$slug: String! = {ne: null}"),
                Map.of(),
                "GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void a_request_id_is_text_like_any_other() {
        Map<String, Object> note = Map.of(
                "partnership", partnership.slug(),
                "kpi", "{\"$ne\": null}",
                "period", Partnership.month(1),
                "kind", "COMMENT",
                "audience", "BOTH",
                "text", "which KPI?",
                "requestId", "{\"$ne\": null}");
        refusals.refused(ops, "addNote", note, "RESOURCE_NOT_FOUND", "REQUEST_ID_.*", "TEXT_.*");
    }

    @Test
    void a_cursor_of_somebody_else_or_of_another_list_is_refused() {
        Caller other = partnership.signIn(house.api(), Seat.PARTNER_LEADER);
        String list = "query Q($slug: String!, $after: String) { partnership(slug: $slug) {"
                + " measurements(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } } }";
        String audit = "query Q($slug: String!, $after: String) { partnership(slug: $slug) {"
                + " auditTrail(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } } }";
        String cursor = ops.data(list, Map.of("slug", partnership.slug()))
                .getAsJsonObject("partnership")
                .getAsJsonObject("measurements")
                .getAsJsonObject("pageInfo")
                .get("endCursor")
                .getAsString();
        assertThat(ops.graphql(list, Map.of("slug", partnership.slug(), "after", cursor))
                        .has("errors"))
                .as("its own")
                .isFalse();
        refusals.refusedDocument(other, list, Map.of("slug", partnership.slug(), "after", cursor), "BAD_USER_INPUT");
        refusals.refusedDocument(ops, audit, Map.of("slug", partnership.slug(), "after", cursor), "BAD_USER_INPUT");
        for (String forged : List.of(
                cursor + "AA",
                cursor.substring(2),
                new StringBuilder(cursor).reverse().toString(),
                "%%%",
                "eyIkbmUiOm51bGx9",
                "A".repeat(5_000))) {
            refusals.refusedDocument(ops, list, Map.of("slug", partnership.slug(), "after", forged), "BAD_USER_INPUT");
        }
    }

    @Test
    void only_posted_json_is_a_request() {
        String mutation = Setup.document("openAction", "action { id }");
        for (String type : List.of(
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/graphql")) {
            HttpResponse<String> answer = ops.send(ops.request("/graphql")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("query=" + encoded(mutation))));
            assertThat(answer.statusCode()).as(type + ": " + answer.body()).isEqualTo(415);
        }
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE", "TRACE")) {
            HttpResponse<String> answer = ops.send(ops.request("/graphql?query=" + encoded(mutation))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method + ": " + answer.body()).isIn(400, 404, 405);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
