package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.house.FakePartners;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables as files. */
class ExportTest extends GatewayTest {
    private static final String MEASUREMENTS = "/api/partnerships/alpha/measurements.csv";

    @Test
    void figures_come_page_by_page_as_one_file_that_an_import_takes() {
        HttpResponse<String> response = get("ana", MEASUREMENTS);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"alpha-measurements.csv\"");
        List<String> lines = response.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("kpi,period,value,numerator,denominator,");
        assertThat(lines.get(1)).startsWith("on-time-delivery,2026-10,");
        assertThat(lines.get(2)).startsWith("on-time-delivery,2026-09,-4.5,");
        assertThat(HOUSE.kpisServer.calls()).containsExactly("ListMeasurements", "ListMeasurements");
    }

    @Test
    void what_somebody_wrote_is_no_formula_in_a_spreadsheet() {
        assertThat(get("ana", MEASUREMENTS).body())
                .contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\"")
                .doesNotContain(",=HYPERLINK")
                .doesNotContain("\"=HYPERLINK");
    }

    @Test
    void the_scorecard_has_a_line_for_every_kpi() {
        List<String> lines = get("ana", "/api/partnerships/alpha/scorecard.csv?asOf=2026-11-22T14:05:00Z")
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).startsWith("on-time-delivery,on-time-delivery,GOAL,PERCENT,,RED,2026-10,90.35,-1.2,");
        assertThat(HOUSE.kpisServer.requests())
                .anySatisfy(
                        received -> assertThat(received.message().toString()).contains("as_of"));
    }

    @Test
    void actions_come_with_owner_and_due_date_and_no_formula() {
        List<String> lines =
                get("ana", "/api/partnerships/alpha/actions.csv").body().lines().toList();
        assertThat(lines.getFirst()).startsWith("number,title,state,owner,company,dueDate,");
        assertThat(lines.get(1)).startsWith("1,On-time delivery is red,AGREED,ana,ACME,2026-11-30,");
        assertThat(lines.get(2)).startsWith("2,'=cmd|calc,OPEN,,,,");
        assertThat(lines).hasSize(3);
    }

    @Test
    void the_portfolio_has_a_line_for_every_partnership_of_the_person() {
        assertThat(get("ana", "/api/portfolio.csv").body().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("alpha,Acme & alpha,"))
                .anySatisfy(line -> assertThat(line).startsWith("beta,Acme & beta,"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', kpi.target.proposed",
        "?source=scores, kpi.target.proposed",
        "?source=people, member.granted",
        "?source=actions, action.owner_proposed",
    })
    void the_trail_is_told_of_scores_or_of_people(String source, String action) {
        assertThat(get("ana", "/api/partnerships/alpha/audit.csv" + source).body())
                .contains(action);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/partnerships/alpha/audit.csv?source=all, SOURCE_UNKNOWN",
        "/api/partnerships/alpha/scorecard.csv?asOf=yesterday, MOMENT_FORMAT",
        "/api/portfolio.csv?asOf=yesterday, MOMENT_FORMAT",
    })
    void impossible_questions_are_named(String path, String code) {
        HttpResponse<String> response = browser().signIn("ana").get(path, request -> request);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"measurements", "scorecard", "audit", "actions"})
    void foreign_and_non_existing_partnerships_are_the_same(String table) {
        var pia = browser().signIn("pia");
        for (String slug : List.of("beta", "nowhere")) {
            HttpResponse<String> response =
                    pia.get("/api/partnerships/" + slug + "/" + table + ".csv", request -> request);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("\"NOT_FOUND\"").doesNotContain(slug);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MEASUREMENTS, "/api/portfolio.csv"})
    void files_are_for_people_who_are_signed_in(String path) {
        assertThat(browser().get(path, request -> request).statusCode()).isEqualTo(401);
        assertThat(browser()
                        .get(path, request -> request.header("Authorization", "Bearer " + FakePartners.TOKEN))
                        .statusCode())
                .as("a token only brings figures")
                .isEqualTo(403);
    }

    private HttpResponse<String> get(String person, String path) {
        var browser = browser().signIn(person);
        forgetCalls();
        HttpResponse<String> response = browser.get(path, request -> request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }
}
