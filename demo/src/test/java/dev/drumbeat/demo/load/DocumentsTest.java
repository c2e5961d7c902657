package dev.drumbeat.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.demo.PublicSchema;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the loader asks is what the gateway's schema offers. */
class DocumentsTest {
    @ParameterizedTest
    @MethodSource("documents")
    void every_document_of_the_load_is_valid_in_the_public_schema(String document) throws IOException {
        var parsed = new Parser().parseDocument(document);

        assertThat(new Validator().validateDocument(PublicSchema.read(), parsed, Locale.ENGLISH))
                .isEmpty();
    }

    static List<String> documents() {
        return Arrays.stream(Documents.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .map(DocumentsTest::text)
                .toList();
    }

    private static String text(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
