package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Validation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What people write, checked. */
final class Words {
    static final int REASON_MAX_LENGTH = 1_000;

    private Words() {}

    static String reason(String field, String reason) {
        Validation validation = new Validation();
        String why = validation.text(field, reason, 3, REASON_MAX_LENGTH);
        validation.orRefuse();
        return why;
    }

    /** To the minute. */
    static LocalDateTime localTime(String field, String text) {
        try {
            return LocalDateTime.parse(text).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, "time.malformed", "Give a local time such as 2026-11-24T09:00.");
        }
    }

    static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, "date.malformed", "Give a date such as 2026-11-30.");
        }
    }
}
