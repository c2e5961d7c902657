package dev.drumbeat.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mutation's input, already of the schema's form. What is left out or null is absent. */
public final class Input {
    private final Map<String, @Nullable Object> values;

    private Input(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    public static Input of(DataFetchingEnvironment environment) {
        return new Input(Objects.requireNonNull(environment.getArgument("input")));
    }

    /** An argument of another name. */
    public static Input of(DataFetchingEnvironment environment, String argument) {
        return new Input(Objects.requireNonNull(environment.getArgument(argument)));
    }

    /** All arguments of a field. */
    public static Input arguments(DataFetchingEnvironment environment) {
        return new Input(new HashMap<String, @Nullable Object>(environment.getArguments()));
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** The text; empty when absent, as the contracts say "none". */
    public String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** The number; 0 when absent. */
    public int number(String name) {
        return values.get(name) instanceof Integer number ? number : 0;
    }

    /** The flag; false when absent. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public <E extends Enum<E>> E value(String name, Class<E> type) {
        return Wire.value(type, Objects.requireNonNull(values.get(name)).toString());
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return (List<String>) Objects.requireNonNullElse(values.get(name), List.of());
    }

    @SuppressWarnings("unchecked")
    public List<Integer> numbers(String name) {
        return (List<Integer>) Objects.requireNonNullElse(values.get(name), List.of());
    }

    @SuppressWarnings("unchecked")
    public Input object(String name) {
        return new Input((Map<String, @Nullable Object>) Objects.requireNonNull(values.get(name)));
    }

    @SuppressWarnings("unchecked")
    public List<Input> objects(String name) {
        return ((List<Map<String, @Nullable Object>>) Objects.requireNonNull(values.get(name)))
                .stream().map(Input::new).toList();
    }
}
