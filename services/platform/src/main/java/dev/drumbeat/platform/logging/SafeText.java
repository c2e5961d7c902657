package dev.drumbeat.platform.logging;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must not stand in a log. Our own messages have none of it; this is for what libraries say of what they were
 * given, such as a store that quotes the key that is there already.
 */
final class SafeText {
    private static final String HIDDEN = "***";

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES = List.of(
            // Name and password in an address.
            rule("://[^/\\s@]+@", "://" + HIDDEN + "@"),
            // E-mail addresses.
            rule("[\\w.+%'-]+@[\\w-]+(?:\\.[\\w-]+)+", HIDDEN),
            // Signed tokens.
            rule("\\beyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*", HIDDEN),
            // Hashes of passwords.
            rule("\\$argon2[^\\s\"']+", HIDDEN),
            rule("(?i)\\b(bearer|basic)\\s+[\\w~+/.=-]{8,}", "$1 " + HIDDEN),
            // What is named as a secret.
            rule(
                    "(?i)\\b([\\w-]*(?:password|passwd|secret|token|authorization|cookie|session|credential)[\\w-]*[\"']?\\s*[=:]\\s*[\"']?)"
                            + "(?!\\*\\*\\*)[^\\s,;\"'&})\\]]+",
                    "$1" + HIDDEN));

    private SafeText() {}

    static String of(String text) {
        String safe = text;
        for (Rule rule : RULES) {
            safe = rule.pattern().matcher(safe).replaceAll(rule.replacement());
        }
        return safe;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
