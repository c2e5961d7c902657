package dev.drumbeat.incentives.journal;

import dev.drumbeat.platform.calendar.Period;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as trees of maps, lists and plain values, and back: what a store keeps and what digests are taken over. A record is a
 * map of its components, a kind of a sealed interface also says which under {@value #KIND}; what is empty is left out. The names of
 * records and components are thereby part of what is stored and signed: a component may be added if it may be empty, none may be
 * renamed.
 */
public final class Trees {
    static final String KIND = "kind";

    private Trees() {}

    /** @param value a record */
    public static Map<String, Object> write(Record value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (Arrays.stream(value.getClass().getInterfaces()).anyMatch(Trees::isSum)) {
            tree.put(KIND, value.getClass().getSimpleName());
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            @Nullable Object written = plain(component(value, component));
            if (written != null) {
                tree.put(component.getName(), written);
            }
        }
        return tree;
    }

    private static @Nullable Object component(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> plain(optional.orElse(null));
            case List<?> list ->
                list.isEmpty() ? null : list.stream().map(Trees::plain).toList();
            case Map<?, ?> map -> {
                Map<String, Object> written = new LinkedHashMap<>();
                map.forEach((key, entry) -> written.put((String) key, plain(entry)));
                yield written.isEmpty() ? null : written;
            }
            case Period period -> period.name();
            case Enum<?> constant -> constant.name();
            case Integer number -> number.longValue();
            case Record nested -> write(nested);
            case Instant instant -> instant.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            case Long number -> number;
            case Boolean truth -> truth;
            case BigDecimal decimal -> decimal;
            case String text -> text;
            default -> throw new IllegalArgumentException("no plain form of " + value.getClass());
        };
    }

    public static <T> T read(Map<String, Object> tree, Class<T> type) {
        return type.cast(record(tree, type));
    }

    private static Object record(Map<String, Object> tree, Class<?> type) {
        if (type.isSealed()) {
            return record(tree, kind(type, String.valueOf(tree.get(KIND))));
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(tree.get(components[i].getName()), components[i].getGenericType());
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " can't be read", e);
        }
    }

    private static Class<?> kind(Class<?> sum, String name) {
        return kinds(sum).stream()
                .filter(kind -> kind.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + sum.getSimpleName() + " is called " + name));
    }

    private static List<Class<?>> kinds(Class<?> sum) {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> permitted : sum.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                kinds.addAll(kinds(permitted));
            } else {
                kinds.add(permitted);
            }
        }
        return kinds;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // what was written is read with the same types
    private static @Nullable Object value(@Nullable Object plain, Type type) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == Optional.class) {
                return Optional.ofNullable(plain).map(inner -> value(inner, of));
            }
            if (generic.getRawType() == List.class) {
                return plain == null
                        ? List.of()
                        : ((List<?>) plain)
                                .stream().map(item -> value(item, of)).toList();
            }
            return plain == null
                    ? Map.of()
                    : ((Map<String, Object>) plain)
                            .entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            entry -> value(entry.getValue(), of),
                                            (left, right) -> left,
                                            LinkedHashMap::new));
        }
        Class<?> raw = (Class<?>) type;
        if (plain == null) {
            return raw == boolean.class ? Boolean.FALSE : raw == String.class ? "" : null;
        }
        if (raw == int.class) {
            return Math.toIntExact((Long) plain);
        }
        if (raw.isEnum()) {
            return Enum.valueOf((Class<? extends Enum>) raw, (String) plain);
        }
        if (raw == Period.class) {
            return Period.parse((String) plain).orElseThrow();
        }
        return plain instanceof Map<?, ?> map ? record((Map<String, Object>) map, raw) : plain;
    }

    private static boolean isSum(Class<?> type) {
        return type.isSealed() && type.getName().startsWith("dev.drumbeat");
    }
}
