package dev.drumbeat.platform.logging;

/** For machines: an object per line, with {@code time}, {@code level}, {@code logger}, {@code message}, {@code trace} and {@code error}. */
public final class JsonLines extends Lines {
    @Override
    String text(Entry entry) {
        StringBuilder line = new StringBuilder(256).append('{');
        member(line, "time", entry.time());
        member(line, "level", entry.level());
        member(line, "logger", entry.logger());
        member(line, "message", entry.message());
        if (!entry.trace().isEmpty()) {
            member(line, "trace", entry.trace());
        }
        if (!entry.stack().isEmpty()) {
            member(line, "error", entry.stack());
        }
        return line.append("}\n").toString();
    }

    private static void member(StringBuilder line, String name, String value) {
        if (line.length() > 1) {
            line.append(',');
        }
        line.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            append(line, value.charAt(i));
        }
        line.append('"');
    }

    private static void append(StringBuilder line, char character) {
        switch (character) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (character < ' ' || Character.isSurrogate(character)) {
                    line.append("\\u%04x".formatted((int) character));
                } else {
                    line.append(character);
                }
            }
        }
    }
}
