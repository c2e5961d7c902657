package dev.drumbeat.kpis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compact JSON for the audit trail: texts, numbers and lists of texts in the order in which they were put. */
final class Json {
    private final Map<String, String> members = new LinkedHashMap<>();

    Json put(String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, quoted(value));
        }
        return this;
    }

    Json put(String name, Optional<?> value) {
        value.ifPresent(some -> put(name, some.toString()));
        return this;
    }

    Json put(String name, long value) {
        members.put(name, Long.toString(value));
        return this;
    }

    Json put(String name, List<String> values) {
        if (!values.isEmpty()) {
            members.put(
                    name,
                    "[" + String.join(",", values.stream().map(Json::quoted).toList()) + "]");
        }
        return this;
    }

    String text() {
        return "{"
                + String.join(
                        ",",
                        members.entrySet().stream()
                                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                                .toList())
                + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
