package dev.drumbeat.incentives.journal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over one way of writing a tree: UTF-8 JSON without blanks, members sorted by name, decimals as plain text with their
 * places, moments as ISO 8601 text. Whoever has the content can compute the digest again.
 */
public final class Digests {
    /** What stands before the first entry of a journal. */
    public static final String NOTHING = "0".repeat(64);

    private Digests() {}

    public static String of(Map<String, Object> tree) {
        StringBuilder text = new StringBuilder();
        append(text, tree);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                TreeMap<String, Object> sorted = new TreeMap<>();
                map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
                text.append('{');
                String comma = "";
                for (Map.Entry<String, Object> entry : sorted.entrySet()) {
                    text.append(comma);
                    quote(text, entry.getKey());
                    text.append(':');
                    append(text, entry.getValue());
                    comma = ",";
                }
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                String comma = "";
                for (Object item : list) {
                    text.append(comma);
                    append(text, item);
                    comma = ",";
                }
                text.append(']');
            }
            case BigDecimal decimal -> text.append(decimal.toPlainString());
            case Long number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case Instant instant -> quote(text, instant.toString());
            case String words -> quote(text, words);
            default -> quote(text, value.getClass().getSimpleName() + ":" + value);
        }
    }

    private static void quote(StringBuilder text, String words) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter == '"' || letter == '\\' || letter < 0x20) {
                text.append("\\u%04x".formatted((int) letter));
            } else {
                text.append(letter);
            }
        }
        text.append('"');
    }
}
