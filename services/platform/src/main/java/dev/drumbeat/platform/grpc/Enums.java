package dev.drumbeat.platform.grpc;

import com.google.protobuf.ProtocolMessageEnum;
import dev.drumbeat.platform.domain.Validation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contract's names are the domain's, with the type in front: {@code UNIT_PERCENT} is {@code Unit.PERCENT}. */
public final class Enums {
    private Enums() {}

    public static <D extends Enum<D>, W extends Enum<W> & ProtocolMessageEnum> W encode(D value, Class<W> wire) {
        return Enum.valueOf(wire, prefix(wire) + value.name());
    }

    /** Empty for the unspecified value and for those of a newer contract. */
    public static <D extends Enum<D>, W extends Enum<W> & ProtocolMessageEnum> Optional<D> decode(
            W value, Class<D> domain) {
        @SuppressWarnings("unchecked") // an enum's declaring class is its own
        Class<W> wire = (Class<W>) value.getDeclaringClass();
        return Arrays.stream(domain.getEnumConstants())
                .filter(constant -> value.name().equals(prefix(wire) + constant.name()))
                .findFirst();
    }

    /** The value, or the first one with a violation that names the field and its choices. */
    public static <D extends Enum<D>, W extends Enum<W> & ProtocolMessageEnum> D require(
            Validation validation, String field, W value, Class<D> domain) {
        return decode(value, domain).orElseGet(() -> {
            String choices =
                    Arrays.stream(domain.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            validation.add(field, "choice.required", "Choose one of " + choices + ".");
            return domain.getEnumConstants()[0];
        });
    }

    private static String prefix(Class<?> wire) {
        return wire.getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT) + "_";
    }
}
