package dev.drumbeat.kpis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimal figures as text: a point, no exponent, a bounded number of digits. */
public final class Decimals {
    public static final int INTEGER_DIGITS = 15;
    public static final int DECIMAL_DIGITS = 9;
    /** What quotients are rounded to when they leave the service; judging is done on the exact figure. */
    private static final int SHOWN_DECIMALS = 9;

    private static final Pattern PLAIN = Pattern.compile("[-+]?(\\d+)(?:\\.(\\d+))?");
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+");

    private Decimals() {}

    /** A number, or why the text is none. */
    public sealed interface Parsed {
        record Number(BigDecimal value) implements Parsed {}

        record Wrong(String rule, String message) implements Parsed {}
    }

    public static Parsed parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > 64) {
            return new Parsed.Wrong("NUMBER_DIGITS", tooManyDigits());
        }
        var matcher = PLAIN.matcher(trimmed);
        if (!matcher.matches()) {
            return new Parsed.Wrong("NUMBER_TEXT", whyNoNumber(trimmed));
        }
        BigDecimal number = plain(new BigDecimal(trimmed));
        if (number.precision() - number.scale() > INTEGER_DIGITS || number.scale() > DECIMAL_DIGITS) {
            return new Parsed.Wrong("NUMBER_DIGITS", tooManyDigits());
        }
        return new Parsed.Number(number);
    }

    /** Without trailing zeros and never with an exponent, so that equal figures are equal objects. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A figure as it leaves the service; empty text for none. */
    public static String text(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        BigDecimal shown =
                value.scale() > SHOWN_DECIMALS ? value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN) : value;
        return plain(shown).toPlainString();
    }

    private static String whyNoNumber(String text) {
        if (text.isEmpty()) {
            return "A number is needed here.";
        }
        if (COMMA.matcher(text).matches()) {
            return "Write decimals with a point: " + text.replace(',', '.') + ".";
        }
        return "This is not a plain decimal number, such as 95.5 (no thousands separator, no unit, no exponent).";
    }

    private static String tooManyDigits() {
        return "At most " + INTEGER_DIGITS + " digits before and " + DECIMAL_DIGITS + " after the point.";
    }
}
