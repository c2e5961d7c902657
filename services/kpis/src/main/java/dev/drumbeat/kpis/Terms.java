package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Frequency;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Validation;

/** What requests say in the same words everywhere. */
final class Terms {
    private static final int REASON_MIN = 3;
    private static final int REASON_MAX = 500;

    private Terms() {}

    static String reason(String reason) {
        Validation validation = new Validation();
        String text = validation.text("reason", reason, REASON_MIN, REASON_MAX);
        validation.orRefuse();
        return text;
    }

    static String remark(String reason) {
        Validation validation = new Validation();
        String text = validation.text("reason", reason, 0, REASON_MAX);
        validation.orRefuse();
        return text;
    }

    /** A period of the KPI's frequency. */
    static Period period(String field, String name, Frequency frequency) {
        Period period = Period.parse(name)
                .orElseThrow(() -> Refusal.invalid(
                        field, "period.format", "\"" + shown(name) + "\" names no period. " + example(frequency)));
        if (period.frequency() != frequency) {
            throw Refusal.invalid(
                    field,
                    "period.frequency",
                    "\"" + name + "\" is not " + words(frequency) + ". " + example(frequency));
        }
        return period;
    }

    static String example(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> "Name a day such as 2026-11-22.";
            case WEEKLY -> "Name an ISO week such as 2026-W47.";
            case MONTHLY -> "Name a month such as 2026-11.";
            case QUARTERLY -> "Name a quarter such as 2026-Q4.";
        };
    }

    static String words(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> "a day";
            case WEEKLY -> "a week";
            case MONTHLY -> "a month";
            case QUARTERLY -> "a quarter";
        };
    }

    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
