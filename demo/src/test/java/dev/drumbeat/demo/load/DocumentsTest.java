package dev.drumbeat.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the loader asks is what the gateway's schema offers. */
class DocumentsTest {
    private static final Path SCHEMA = Path.of("../gateway/src/main/resources/schema");

    @ParameterizedTest
    @MethodSource("documents")
    void every_document_of_the_load_is_valid_in_the_public_schema(String document) throws IOException {
        var parsed = new Parser().parseDocument(document);

        assertThat(new Validator().validateDocument(schema(), parsed, Locale.ENGLISH))
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

    private static GraphQLSchema schema() throws IOException {
        var registry = new TypeDefinitionRegistry();
        try (Stream<Path> files = Files.list(SCHEMA)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".graphqls")).toList()) {
                registry.merge(new SchemaParser().parse(Files.readString(file)));
            }
        }
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
    }
}
