package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.graphql.GlobalId;
import dev.drumbeat.gateway.house.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What exists for whom: foreign and non-existing things get the same answer. */
class NodeTest extends GatewayTest {
    private static final String NODE = "query($id: ID!) { node(id: $id) { __typename id } }";

    @ParameterizedTest
    @CsvSource({
        "Partnership, partnerships/alpha",
        "Kpi, partnerships/alpha/kpis/training",
        "Measurement, partnerships/alpha/kpis/training/measurements/2026-09@1",
        "Target, partnerships/alpha/kpis/training/targets/g1",
        "Correction, partnerships/alpha/kpis/training/corrections/c1",
        "Note, partnerships/alpha/kpis/training/notes/n1",
        "RedEpisode, partnerships/alpha/redEpisodes/training@2026-09",
        "CorrectiveAction, partnerships/alpha/actions/training-2026-09",
    })
    void a_node_is_found_again_by_its_id(String type, String name) {
        String id = GlobalId.encode(type, name);
        JsonNode node = browser().signIn("pia").ask(NODE, Map.of("id", id)).at("/data/node");
        assertThat(node.path("__typename").asString()).isEqualTo(type);
        assertThat(node.path("id").asString()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Partnership, partnerships/%s",
        "Kpi, partnerships/%s/kpis/training",
        "Measurement, partnerships/%s/kpis/training/measurements/2026-10@1",
        "Target, partnerships/%s/kpis/training/targets/g1",
        "RedEpisode, partnerships/%s/redEpisodes/training@2026-09",
        "CorrectiveAction, partnerships/%s/actions/training-2026-09",
        "IngestionToken, partnerships/%s/ingestionTokens/t1",
    })
    void foreign_and_non_existing_nodes_are_the_same_nothing(String type, String name) {
        Browser pia = browser().signIn("pia");
        JsonNode foreign = pia.ask(NODE, Map.of("id", GlobalId.encode(type, name.formatted("beta"))));
        JsonNode nothing = pia.ask(NODE, Map.of("id", GlobalId.encode(type, name.formatted("nowhere"))));
        assertThat(foreign).isEqualTo(nothing);
        assertThat(foreign.at("/data/node").isNull()).isTrue();
        assertThat(foreign.has("errors")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%%%",
                "bm90aGluZw",
                "UGFydG5lcnNoaXA6",
                "S3BpOi4uLy4uLw",
                "UGFydG5lcnNoaXA6cGFydG5lcnNoaXBzL2FscGhhAA",
                "RXZpbDpwYXJ0bmVyc2hpcHMvYWxwaGE",
                "UmVkRXBpc29kZTpwYXJ0bmVyc2hpcHM",
                "S3BpOmE"
            })
    void forged_ids_are_nothing_either(String id) {
        JsonNode answer = browser().signIn("ana").ask(NODE, Map.of("id", id));
        assertThat(answer.at("/data/node").isNull()).as(answer.toString()).isTrue();
        assertThat(answer.has("errors")).isFalse();
    }

    @Test
    void foreign_and_non_existing_partnerships_are_the_same_nothing() {
        Browser pia = browser().signIn("pia");
        String document =
                "query($s: String!) { partnership(slug: $s) { slug scorecard { revision } kpi(slug: \"training\") "
                        + "{ live } members { since } } }";
        JsonNode foreign = pia.ask(document, Map.of("s", "beta"));
        assertThat(foreign).isEqualTo(pia.ask(document, Map.of("s", "nowhere")));
        assertThat(foreign).isEqualTo(pia.ask(document, Map.of("s", "../beta/kpis")));
        assertThat(foreign.toString()).isEqualTo("{\"data\":{\"partnership\":null}}");
    }

    @Test
    void the_portfolio_and_the_search_know_only_ones_own() {
        Browser pia = browser().signIn("pia");
        assertThat(pia.ask("{ portfolio { totalCount nodes { partnership { slug } } } }")
                        .toString())
                .isEqualTo("{\"data\":{\"portfolio\":{\"totalCount\":1,"
                        + "\"nodes\":[{\"partnership\":{\"slug\":\"alpha\"}}]}}}");
        assertThat(pia.ask("{ partnerships(search: \"beta\") { nodes { slug } } }")
                        .toString())
                .isEqualTo("{\"data\":{\"partnerships\":{\"nodes\":[]}}}");
    }

    @Test
    void lists_for_administrators_are_empty_for_others() {
        Browser pia = browser().signIn("pia");
        JsonNode answer = pia.ask("{ companies { nodes { slug } } people { nodes { slug } } "
                + "partnership(slug: \"alpha\") { ingestionTokens { nodes { id } } } }");
        assertThat(answer.has("errors")).isFalse();
        assertThat(answer.at("/data/companies/nodes").size()).isZero();
        assertThat(answer.at("/data/people/nodes").size()).isZero();
        assertThat(answer.at("/data/partnership/ingestionTokens").isNull()).isTrue();
    }

    @Test
    void nobody_reads_nothing() {
        for (String document : new String[] {
            "{ partnership(slug: \"alpha\") { slug } }", "{ portfolio { totalCount } }",
                    "{ companies { nodes { slug } } }",
            "{ people { nodes { slug } } }", "{ partnerships { nodes { slug } } }", "{ node(id: \"x\") { id } }"
        }) {
            JsonNode answer = browser().ask(document);
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as(document)
                    .isEqualTo("UNAUTHENTICATED");
        }
        assertThat(HOUSE.kpisServer.calls()).isEmpty();
    }
}
