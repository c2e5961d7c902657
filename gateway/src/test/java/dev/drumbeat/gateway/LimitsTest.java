package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.house.Browser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a page never sends. */
class LimitsTest extends GatewayTest {
    static Stream<Arguments> abuse() {
        return Stream.of(
                Arguments.of("aliases", aliases(16), "QUERY_TOO_LARGE"),
                Arguments.of(
                        "aliases in a fragment",
                        "{ a: partnership(slug: \"a\") { ...F } }" + " fragment F on Partnership { "
                                + names("n", 15, "slug") + " }",
                        "QUERY_TOO_LARGE"),
                Arguments.of("root fields", "{ " + "viewer { administrator } ".repeat(11) + "}", "QUERY_TOO_LARGE"),
                Arguments.of(
                        "duplicate fields",
                        "{ partnership(slug: \"a\") { " + "slug ".repeat(990) + " } }",
                        "GRAPHQL_PARSE_FAILED"),
                Arguments.of("tokens", "{ viewer { " + "administrator ".repeat(1_100) + " } }", "GRAPHQL_PARSE_FAILED"),
                Arguments.of(
                        "directives",
                        "{ partnership(slug: \"a\") { slug "
                                + "@include(if: true) ".repeat(1)
                                + IntStream.range(0, 11)
                                        .mapToObj(i -> "owner @include(if: true) { slug }")
                                        .collect(Collectors.joining(" "))
                                + " } }",
                        "QUERY_TOO_LARGE"),
                Arguments.of(
                        "repeated directive",
                        "{ viewer { administrator @include(if: true) @include(if: true) } }",
                        "GRAPHQL_VALIDATION_FAILED"),
                Arguments.of("unknown directive", "{ viewer { administrator @evil } }", "GRAPHQL_VALIDATION_FAILED"),
                Arguments.of(
                        "circular fragments",
                        "{ viewer { ...A } } fragment A on Viewer { ...B } " + "fragment B on Viewer { ...A }",
                        "GRAPHQL_VALIDATION_FAILED"),
                Arguments.of("exploding fragments", exploding(), "QUERY_TOO_LARGE"),
                Arguments.of(
                        "a call per line",
                        "{ portfolio(first: 100) { nodes { partnership { members { since } } } } }",
                        "QUERY_TOO_COSTLY"),
                Arguments.of(
                        "hidden in a fragment",
                        "{ portfolio(first: 100) { nodes { ... on PortfolioLine { partnership {"
                                + " ...P } } } } } fragment P on Partnership { measurements { ... { nodes { value } } } }",
                        "QUERY_TOO_COSTLY"),
                Arguments.of(
                        "pages of pages",
                        "{ partnerships(first: 100) { nodes { measurements(first: 100) { nodes {"
                                + " recordedBy { displayName } } } } } }",
                        "QUERY_TOO_COSTLY"),
                Arguments.of("schema", "{ __schema { types { name } } }", "GRAPHQL_VALIDATION_FAILED"),
                Arguments.of("type", "{ __type(name: \"Person\") { name } }", "GRAPHQL_VALIDATION_FAILED"),
                Arguments.of("unknown field", "{ viewer { adminstrator } }", "GRAPHQL_VALIDATION_FAILED"),
                Arguments.of("nonsense", "{ viewer ", "GRAPHQL_PARSE_FAILED"),
                Arguments.of("nothing", "", "BAD_REQUEST"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("abuse")
    void documents_beyond_the_limits_are_refused_by_name(String name, String document, String code) {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        JsonNode answer = ana.ask(document);
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as(answer.toString())
                .isEqualTo(code);
        assertThat(answer.path("data").isNull() || answer.path("data").isMissingNode())
                .isTrue();
        assertThat(HOUSE.kpisServer.calls()).isEmpty();
        assertThat(answer.toString())
                .doesNotContain("Did you mean")
                .doesNotContain("administrator'")
                .doesNotContain("Exception")
                .doesNotContain("classification");
    }

    @Test
    void a_costly_page_size_in_a_variable_is_counted() {
        String document = "query($n: Int) { partnerships(first: $n) { nodes { members { since } } } }";
        Browser ana = browser().signIn("ana");
        assertThat(ana.ask(document, Map.of("n", 10)).has("errors")).isFalse();
        assertThat(ana.ask(document, Map.of("n", 100))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("QUERY_TOO_COSTLY");
    }

    @Test
    void the_largest_page_of_the_portfolio_is_within_the_limits() {
        String document = ReadingTest.PORTFOLIO.replace("first: 50", "first: 100");
        assertThat(browser().signIn("ana").ask(document).has("errors")).isFalse();
    }

    @Test
    void lists_of_requests_are_refused() {
        HttpResponse<String> response =
                browser().signIn("ana").postBody(" [{\"query\":\"{ viewer { administrator } }\"}]", request -> request);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("BATCH_REFUSED");
    }

    @Test
    void a_body_of_more_than_a_hundred_kilobytes_is_refused() {
        String body =
                "{\"query\":\"{ viewer { administrator } }\",\"variables\":{\"x\":\"" + "x".repeat(102_400) + "\"}}";
        HttpResponse<String> response = browser().signIn("ana").postBody(body, request -> request);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_is_measured() {
        Browser ana = browser().signIn("ana");
        byte[] body = new byte[200_000];
        HttpResponse<String> response =
                ana.send(ana.withToken(HttpRequest.newBuilder(URI.create(ana.root() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArrays(List.of(body)))));
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"nonsense", "\"text\"", "{\"query\":{}}", "{}", "{\"variables\":{}}", ""})
    void what_is_no_request_is_the_senders_fault(String body) {
        HttpResponse<String> response = browser().signIn("ana").postBody(body, request -> request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("BAD_REQUEST");
    }

    @Test
    void nothing_is_asked_or_changed_by_get() {
        Browser ana = browser().signIn("ana");
        HttpResponse<String> response =
                ana.get("/graphql?query=mutation%7BrevokeMembership%7BuserErrors%7Bcode%7D%7D%7D", request -> request);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void other_content_is_not_taken_for_json() {
        Browser ana = browser().signIn("ana");
        HttpResponse<String> response =
                ana.send(ana.withToken(HttpRequest.newBuilder(URI.create(ana.root() + "/graphql"))
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{\"query\":\"{ viewer { administrator } }\"}"))));
        assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void the_newer_media_type_is_spoken() {
        Browser ana = browser().signIn("ana");
        HttpResponse<String> good = ana.post(
                "{ viewer { administrator } }",
                Map.of(),
                request -> request.header("Accept", "application/graphql-response+json, application/json"));
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/graphql-response+json");
        HttpResponse<String> bad = ana.post(
                "{ viewer { nonsense } }",
                Map.of(),
                request -> request.header("Accept", "application/graphql-response+json"));
        assertThat(bad.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "'{ portfolio(first: 0) { totalCount } }', BAD_USER_INPUT",
        "'{ portfolio(first: 101) { totalCount } }', BAD_USER_INPUT",
        "'{ portfolio(after: \"forged\") { totalCount } }', BAD_USER_INPUT",
        "'{ partnership(slug: \"alpha\") { scorecard(periods: 157) { revision } } }', BAD_USER_INPUT",
        "'{ partnership(slug: \"alpha\") { scorecard(asOf: \"yesterday\") { revision } } }', GRAPHQL_VALIDATION_FAILED",
        "'{ partnership(slug: \"alpha\") { measurements(after: \"forged\") { pageInfo { endCursor } } } }', BAD_USER_INPUT",
    })
    void impossible_arguments_are_named(String document, String code) {
        JsonNode answer = browser().signIn("ana").ask(document);
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .as(answer.toString())
                .isEqualTo(code);
    }

    private static String aliases(int count) {
        return "{ " + names("a", count, "viewer { administrator }") + " }";
    }

    private static String names(String prefix, int count, String field) {
        return IntStream.range(0, count)
                .mapToObj(i -> prefix + i + ": " + field)
                .collect(Collectors.joining(" "));
    }

    /** Each fragment spreads the next one twice: two to the power of twenty fields. */
    private static String exploding() {
        StringBuilder document = new StringBuilder("{ viewer { ...F0 } }");
        for (int i = 0; i < 20; i++) {
            document.append(" fragment F%d on Viewer { ...F%d ...F%d }".formatted(i, i + 1, i + 1));
        }
        return document.append(" fragment F20 on Viewer { administrator }").toString();
    }
}
