package dev.drumbeat.gateway.graphql;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An id as the schema gives it: opaque, and of one type.
 *
 * @param type name of the GraphQL type
 * @param name the resource's name, such as {@code partnerships/cipla/kpis/yield}
 */
public record GlobalId(String type, String name) {
    private static final Pattern PLAIN = Pattern.compile("([A-Z][A-Za-z]{1,30}):([a-zA-Z0-9][a-zA-Z0-9/@._:-]{0,300})");

    public static String encode(String type, String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for what we never gave away. */
    public static Optional<GlobalId> decode(String id) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id);
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
            var matcher = PLAIN.matcher(plain);
            return matcher.matches() ? Optional.of(new GlobalId(matcher.group(1), matcher.group(2))) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The name behind an id of one type; empty for anything else. */
    public static Optional<String> decode(String type, String id) {
        return decode(id).filter(decoded -> decoded.type().equals(type)).map(GlobalId::name);
    }
}
