package dev.drumbeat.demo;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The gateway's schema, as it is written. */
public final class PublicSchema {
    private static final Path FILES = Path.of("../gateway/src/main/resources/schema");

    private PublicSchema() {}

    public static GraphQLSchema read() throws IOException {
        var registry = new TypeDefinitionRegistry();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".graphqls")).toList()) {
                registry.merge(new SchemaParser().parse(Files.readString(file)));
            }
        }
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
    }
}
