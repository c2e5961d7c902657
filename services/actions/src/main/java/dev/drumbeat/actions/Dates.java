package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Calendar dates as people send them. */
final class Dates {
    private Dates() {}

    static LocalDate read(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, "date.malformed", "Give a date such as 2026-11-30.");
        }
    }
}
