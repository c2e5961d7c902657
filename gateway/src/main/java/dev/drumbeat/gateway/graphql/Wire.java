package dev.drumbeat.gateway.graphql;

import com.google.common.base.CaseFormat;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contracts' values as the schema knows them: no empty strings, no unspecified enum values, no prefixes. */
public final class Wire {
    private static final ClassValue<@Nullable String[]> NAMES = new ClassValue<>() {
        @Override
        protected @Nullable String[] computeValue(Class<?> type) {
            String prefix = prefix(type);
            Object[] constants = type.getEnumConstants();
            @Nullable String[] names = new @Nullable String[constants.length];
            for (int i = 0; i < constants.length; i++) {
                String name = ((Enum<?>) constants[i]).name();
                if (name.startsWith(prefix) && !name.endsWith("_UNSPECIFIED")) {
                    names[i] = name.substring(prefix.length());
                }
            }
            return names;
        }
    };

    private Wire() {}

    /** The value without its type's prefix; null for unspecified ones. */
    public static @Nullable String name(Enum<?> value) {
        return NAMES.get(value.getDeclaringClass())[value.ordinal()];
    }

    /** The contract's value for one of the schema's. */
    public static <E extends Enum<E>> E value(Class<E> type, String name) {
        return Enum.valueOf(type, prefix(type) + name);
    }

    public static @Nullable String text(String value) {
        return value.isEmpty() ? null : value;
    }

    /** The last part of a resource name. */
    public static @Nullable String slug(String name) {
        return name.isEmpty() ? null : name.substring(name.lastIndexOf('/') + 1);
    }

    public static List<@Nullable String> slugs(List<String> names) {
        return names.stream().<@Nullable String>map(Wire::slug).toList();
    }

    public static Instant moment(Timestamp value) {
        return Instant.ofEpochSecond(value.getSeconds(), value.getNanos());
    }

    public static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }

    private static String prefix(Class<?> type) {
        return CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, type.getSimpleName()) + "_";
    }
}
