package dev.drumbeat.gateway.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.gateway.graphql.DocumentSettings.Documents;
import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

class DocumentShapeTest {
    private static final DocumentSettings LIMITS =
            new DocumentSettings(Documents.ANY, 102_400, 1_000, 12, 15, 10, 10, 1_000);

    @Test
    void twelve_levels_are_allowed_and_thirteen_are_not() {
        assertThat(broken(levels(12))).isEmpty();
        assertThat(broken(levels(13))).contains("at most 12 levels of fields");
    }

    @Test
    void levels_hidden_in_fragments_count() {
        assertThat(broken("{ a { ...F } } fragment F on T { ... on T " + levels(11) + " }"))
                .isEmpty();
        assertThat(broken("{ a { ...F } } fragment F on T { ... on T " + levels(12) + " }"))
                .contains("at most 12 levels of fields");
    }

    @Test
    void fifteen_aliases_are_allowed_and_sixteen_are_not() {
        assertThat(broken("{ a { " + "x: b ".repeat(15) + "} }")).isEmpty();
        assertThat(broken("{ a { " + "x: b ".repeat(16) + "} }")).contains("at most 15 aliases");
    }

    @Test
    void each_operation_counts_for_itself() {
        assertThat(broken("query A { a { x: b } } query B " + levels(13))).contains("at most 12 levels of fields");
    }

    @Test
    void fragments_of_fragments_are_measured_in_no_time() {
        StringBuilder document = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < 60; i++) {
            document.append(" fragment F%d on Q { ...F%d ...F%d }".formatted(i, i + 1, i + 1));
        }
        assertThat(broken(document + " fragment F60 on Q { a }")).contains("at most 1000 fields");
    }

    private static String levels(int depth) {
        return "{ " + "a { ".repeat(depth - 1) + "a" + " }".repeat(depth);
    }

    private static java.util.Optional<String> broken(String document) {
        return DocumentShape.brokenLimit(Parser.parse(document), LIMITS);
    }
}
