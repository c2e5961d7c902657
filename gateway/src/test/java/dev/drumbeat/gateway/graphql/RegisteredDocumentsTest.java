package dev.drumbeat.gateway.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RegisteredDocumentsTest {
    private final RegisteredDocuments documents = new RegisteredDocuments(new JsonMapper());

    @Test
    void every_document_of_the_page_has_a_name_for_the_figures() {
        assertThat(documents.answeredAtOnce()).hasSizeGreaterThan(20).allSatisfy(hash -> {
            String name = documents.operation(byHash(hash), "");
            assertThat(name).matches("[A-Z]\\w+");
            assertThat(documents.operation(Map.of(), documents.text(hash).orElseThrow()))
                    .isEqualTo(name);
            assertThat(documents.known(name)).isEqualTo(name);
        });
    }

    @Test
    void what_anybody_else_makes_up_has_no_name_of_its_own() {
        assertThat(documents.operation(byHash("0".repeat(64)), "query Mine { viewer { administrator } }"))
                .isEqualTo("other");
        assertThat(documents.known("Mine")).isEqualTo("other");
    }

    private static Map<String, Object> byHash(String hash) {
        return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
    }
}
