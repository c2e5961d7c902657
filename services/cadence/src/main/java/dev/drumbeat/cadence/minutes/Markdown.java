package dev.drumbeat.cadence.minutes;

/** Text as Markdown shows it, whatever is in it. */
final class Markdown {
    private Markdown() {}

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            if ("\\`*_{}[]<>#|!~".indexOf(letter) >= 0) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        // A line that begins like a list or a heading would become one.
        return escaped.toString()
                .replaceAll("(?m)^(\\s*)([-+=])", "$1\\\\$2")
                .replaceAll("(?m)^(\\s*\\d+)([.)])", "$1\\\\$2")
                .replace("\n", "  \n  ");
    }
}
