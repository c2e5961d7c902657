package dev.drumbeat.cadence.minutes;

import java.time.Instant;
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

    String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone))
                .replace('\u202f', ' ');
    }
}
