package dev.drumbeat.platform.domain;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at a request's fields and remembers everything that is wrong, so that its sender learns all of it at once. Each method
 * gives the value as it is to be used; after {@link #orRefuse()} all of them are good.
 */
public final class Validation {
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])");
    private static final int SHOWN_VIOLATIONS = 100;

    private final List<Violation> violations = new ArrayList<>();

    /** One line of text, trimmed, without control characters. */
    public String line(String field, String value, int minLength, int maxLength) {
        String trimmed = value.strip();
        if (trimmed.codePoints().anyMatch(Validation::isForbiddenInLine)) {
            add(field, "text.control_characters", "No control characters or line breaks here.");
        }
        return length(field, trimmed, minLength, maxLength);
    }

    /** Text of several lines, trimmed; tabs and line breaks are fine. */
    public String text(String field, String value, int minLength, int maxLength) {
        String trimmed = value.strip();
        if (trimmed.codePoints()
                .anyMatch(point -> point != '\n' && point != '\t' && point != '\r' && isForbiddenInLine(point))) {
            add(field, "text.control_characters", "No control characters here but tabs and line breaks.");
        }
        return length(field, trimmed, minLength, maxLength);
    }

    /** The last part of a resource name. */
    public String id(String field, String value) {
        if (!ID.matcher(value).matches()) {
            add(
                    field,
                    "id.malformed",
                    "Use 2 to 40 lower-case letters, digits and hyphens, with no hyphen at the ends.");
        }
        return value;
    }

    /** The name of a zone of the IANA database. */
    public ZoneId zone(String field, String value) {
        try {
            if (value.contains("/") || value.equals("UTC")) {
                return ZoneId.of(value);
            }
        } catch (DateTimeException e) {
            // said below
        }
        add(field, "time_zone.unknown", "Name a zone of the IANA database, such as Europe/Berlin.");
        return ZoneId.of("UTC");
    }

    /** An ISO 4217 code. */
    public String currency(String field, String value) {
        try {
            return Currency.getInstance(value).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            add(field, "currency.unknown", "Name a currency by its ISO 4217 code, such as USD.");
            return "";
        }
    }

    public void add(String field, String rule, String message) {
        if (violations.size() < SHOWN_VIOLATIONS) {
            violations.add(new Violation(field, rule, message));
        }
    }

    public boolean isClean() {
        return violations.isEmpty();
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public void orRefuse() {
        if (!violations.isEmpty()) {
            throw Refusal.of(Reason.INVALID_FIELD, violations);
        }
    }

    private String length(String field, String value, int minLength, int maxLength) {
        int length = value.codePointCount(0, value.length());
        if (length == 0 && minLength > 0) {
            add(field, "text.required", "This is needed.");
        } else if (length < minLength) {
            add(field, "text.too_short", "At least " + minLength + " characters, please.");
        } else if (length > maxLength) {
            add(field, "text.too_long", "At most " + maxLength + " characters, please; these are " + length + ".");
        }
        return value;
    }

    /** Control characters, line and paragraph separators, and what turns the direction of text around. */
    private static boolean isForbiddenInLine(int point) {
        return Character.isISOControl(point)
                || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0xFEFF
                || (point >= 0xD800 && point <= 0xDFFF);
    }
}
