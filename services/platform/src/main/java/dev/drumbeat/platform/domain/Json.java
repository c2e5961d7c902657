package dev.drumbeat.platform.domain;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compact JSON for the audit trail's before and after: objects, lists, text, numbers, truth values and null. */
public final class Json {
    private Json() {}

    /** Names and values in turn: {@code object("role", "OPS", "since", "2026-11-22")}; the order is kept. */
    public static String object(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("each name needs a value");
        }
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (i > 0) {
                json.append(',');
            }
            text(json, String.valueOf(namesAndValues[i]));
            json.append(':');
            value(json, namesAndValues[i + 1]);
        }
        return json.append('}').toString();
    }

    private static void value(StringBuilder json, @Nullable Object value) {
        switch (value) {
            case null -> json.append("null");
            case java.math.BigDecimal decimal -> json.append(decimal.toPlainString());
            case Number number -> json.append(number);
            case Boolean truth -> json.append(truth);
            case Map<?, ?> map -> map(json, map);
            case Iterable<?> list -> list(json, list);
            default -> text(json, value.toString());
        }
    }

    private static void map(StringBuilder json, Map<?, ?> map) {
        json.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text(json, String.valueOf(entry.getKey()));
            json.append(':');
            value(json, entry.getValue());
            if (entries.hasNext()) {
                json.append(',');
            }
        }
        json.append('}');
    }

    private static void list(StringBuilder json, Iterable<?> list) {
        json.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            value(json, items.next());
            if (items.hasNext()) {
                json.append(',');
            }
        }
        json.append(']');
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (letter < 0x20 || letter == 0x2028 || letter == 0x2029 || Character.isSurrogate(letter)) {
                        json.append("\\u%04x".formatted((int) letter));
                    } else {
                        json.append(letter);
                    }
                }
            }
        }
        json.append('"');
    }
}
