package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.house.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadingTest extends GatewayTest {
    static final String SCORECARD = """
            query($slug: String!) { partnership(slug: $slug) { id slug displayName owner { displayName } viewerMay
              scorecard { state live knownAt revision goal { ...S } drivers { ...S } watched { ...S }
                openEpisodes { id kpiDisplayName firstPeriod } } } }
            fragment S on KpiStanding { kpi { id slug displayName unit decimals role } status value period change series
              target { value redLimit } openEpisode { id } }
            """;
    static final String PORTFOLIO = """
            { portfolio(first: 50) { live totalCount pageInfo { hasNextPage endCursor }
              nodes { partnership { slug displayName owner { displayName } } state redCount goal { status value series } } } }
            """;

    @Test
    void the_page_is_one_question_to_kpis_and_one_to_partners() {
        Browser ana = browser().signIn("ana");
        forgetCalls();
        JsonNode page = ana.ask(SCORECARD, java.util.Map.of("slug", "alpha"));
        assertThat(page.has("errors")).as(page.toString()).isFalse();
        assertThat(page.at("/data/partnership/owner/displayName").asString()).isEqualTo("ACME");
        JsonNode scorecard = page.at("/data/partnership/scorecard");
        assertThat(scorecard.at("/goal/kpi/slug").asString()).isEqualTo("on-time-delivery");
        assertThat(scorecard.at("/drivers").size()).isEqualTo(4);
        assertThat(scorecard.at("/goal/series/values/1").isNull()).isTrue();
        assertThat(scorecard.at("/goal/series/values/0").asString()).isEqualTo("90.0");
        assertThat(scorecard.at("/goal/series").has("upperTargets")).isFalse();
        assertThat(HOUSE.kpisServer.calls()).containsExactly("GetScorecard");
        assertThat(questionsToPartners()).containsExactly("BatchGetPartnerships");
    }

    @Test
    void a_portfolio_of_fifty_is_one_question_to_kpis_and_one_to_partners() {
        Browser max = browser().signIn("max");
        forgetCalls();
        JsonNode page = max.ask(PORTFOLIO);
        assertThat(page.has("errors")).as(page.toString()).isFalse();
        assertThat(page.at("/data/portfolio/nodes").size()).isEqualTo(50);
        assertThat(HOUSE.kpisServer.calls()).containsExactly("ListPortfolio");
        assertThat(questionsToPartners()).containsExactly("BatchGetPartnerships");
    }

    /** Besides who is signed in, which is remembered for two seconds and so may be asked once or not at all. */
    private static List<String> questionsToPartners() {
        return HOUSE.partnersServer.calls().stream()
                .filter(call -> !call.equals("ResolveSession"))
                .toList();
    }
}
