package dev.drumbeat.cadence.minutes;

import dev.drumbeat.cadence.agenda.KpiFact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of minutes in one language. */
final class Phrases {
    private final ResourceBundle bundle;
    private final Locale locale;

    /** English when the language is none we have. */
    Phrases(Locale wanted) {
        this.locale = wanted.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        this.bundle = ResourceBundle.getBundle(
                "dev.drumbeat.cadence.minutes", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }

    /** The word for a constant, such as {@code state.DONE}. */
    String of(String space, Enum<?> constant) {
        return of(space + "." + constant.name());
    }

    /** A word of the contract in this language; itself when there is none for it, as for what a later version may say. */
    private String orItself(String space, String word) {
        String key = space + "." + word;
        return bundle.containsKey(key) ? of(key) : word;
    }

    String status(String status) {
        return orItself("status", status);
    }

    /**
     * A figure with its unit.
     *
     * @param decimal empty when there is none
     */
    String figure(String decimal, KpiFact kpi) {
        if (decimal.isEmpty()) {
            return "–";
        }
        NumberFormat numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMinimumFractionDigits(kpi.decimals());
        numbers.setMaximumFractionDigits(kpi.decimals());
        numbers.setRoundingMode(RoundingMode.HALF_EVEN);
        String figure = numbers.format(new BigDecimal(decimal));
        return bundle.containsKey("unit." + kpi.unit()) ? figure + ' ' + of("unit." + kpi.unit()) : figure;
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone))
                .replace('\u202f', ' ');
    }
}
