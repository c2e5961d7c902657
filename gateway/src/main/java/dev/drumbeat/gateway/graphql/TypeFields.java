package dev.drumbeat.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of one type are read from its source: plain functions, checked by the compiler, that cost the engine no
 * environment and nothing per field.
 */
public final class TypeFields<S> {
    private final TypeRuntimeWiring.Builder wiring;
    private final Class<S> source;

    private TypeFields(String type, Class<S> source) {
        this.wiring = TypeRuntimeWiring.newTypeWiring(type);
        this.source = source;
    }

    public static <S> TypeFields<S> of(String type, Class<S> source) {
        return new TypeFields<>(type, source);
    }

    /** A payload: what came out, or why nothing did. */
    public static TypeFields<Payload> payload(String type, String... results) {
        TypeFields<Payload> fields = of(type, Payload.class).field("userErrors", Payload::userErrors);
        for (String result : results) {
            fields.field(result, payload -> payload.results().get(result));
        }
        return fields;
    }

    public TypeFields<S> field(String name, Function<S, @Nullable Object> read) {
        wiring.dataFetcher(name, new Reader<>(source, read));
        return this;
    }

    public void addTo(RuntimeWiring.Builder all) {
        all.type(wiring);
    }

    private record Reader<S>(Class<S> source, Function<S, @Nullable Object> read)
            implements LightDataFetcher<@Nullable Object> {
        @Override
        public @Nullable Object get(
                GraphQLFieldDefinition field, Object sourceObject, Supplier<DataFetchingEnvironment> environment) {
            return read.apply(source.cast(sourceObject));
        }

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return read.apply(Objects.requireNonNull(source.cast(environment.<Object>getSource())));
        }
    }
}
