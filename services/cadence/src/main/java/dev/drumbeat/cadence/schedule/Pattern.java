package dev.drumbeat.cadence.schedule;

import dev.drumbeat.platform.domain.Validation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as people say it: "every second Tuesday", "the last weekday but one of the month". Every pattern has a rule; not every
 * rule has a pattern.
 *
 * @param interval every how many days, weeks or months; from 1
 * @param weekdays in the order of the week; WEEKLY and MONTHLY_BY_WEEKDAY only
 * @param monthDays 1 to 31, or -1 for the last; MONTHLY_BY_DAY only
 * @param ordinal 1 to 5, or -1 to -5 from the end; MONTHLY_BY_WEEKDAY only, else 0
 * @param until the last date on which a meeting may start; null without
 * @param count after how many it ends; 0 without
 */
public record Pattern(
        Kind kind,
        int interval,
        List<DayOfWeek> weekdays,
        List<Integer> monthDays,
        int ordinal,
        @Nullable LocalDate until,
        int count) {
    private static final int MAX_INTERVAL = 99;
    private static final int MAX_COUNT = 999;

    /** The forms there are. */
    public enum Kind {
        ONCE,
        DAILY,
        WEEKLY,
        MONTHLY_BY_DAY,
        MONTHLY_BY_WEEKDAY
    }

    public Pattern {
        weekdays = weekdays.stream().distinct().sorted().toList();
        monthDays = monthDays.stream().distinct().toList();
    }

    public static Pattern once() {
        return new Pattern(Kind.ONCE, 1, List.of(), List.of(), 0, null, 0);
    }

    /** Remembers what is wrong with it, field by field. */
    public void check(Validation validation, String field) {
        if (interval < 1 || interval > MAX_INTERVAL) {
            validation.add(field + ".interval", "pattern.interval", "Every 1 to " + MAX_INTERVAL + ", please.");
        }
        if (count < 0 || count > MAX_COUNT || (count > 0 && until != null)) {
            validation.add(field + ".count", "pattern.end", "End by a date or after 1 to " + MAX_COUNT + " meetings.");
        }
        switch (kind) {
            case ONCE, DAILY -> {}
            case WEEKLY -> requireWeekdays(validation, field);
            case MONTHLY_BY_DAY -> {
                if (monthDays.isEmpty() || !monthDays.stream().allMatch(day -> day == -1 || (day >= 1 && day <= 31))) {
                    validation.add(
                            field + ".month_days",
                            "pattern.month_days",
                            "Name days of the month, 1 to 31, or -1 for the last.");
                }
            }
            case MONTHLY_BY_WEEKDAY -> {
                requireWeekdays(validation, field);
                if (ordinal == 0 || Math.abs(ordinal) > 5) {
                    validation.add(
                            field + ".ordinal",
                            "pattern.ordinal",
                            "Say which one: 1 to 5 from the start of the month, -1 to -5 from its end.");
                }
            }
        }
    }

    private void requireWeekdays(Validation validation, String field) {
        if (weekdays.isEmpty()) {
            validation.add(field + ".weekdays", "pattern.weekdays", "Name at least one day of the week.");
        }
    }
}
