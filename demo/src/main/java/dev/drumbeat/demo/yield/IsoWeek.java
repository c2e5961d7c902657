package dev.drumbeat.demo.yield;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/** An ISO week by its Monday. */
public record IsoWeek(LocalDate monday) {
    public IsoWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException(monday + " is not a Monday");
        }
    }

    /** The last week that has ended before this day. */
    public static IsoWeek lastCompleteBefore(LocalDate day) {
        return new IsoWeek(
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1));
    }

    /** From its name, such as `2026-W46`. */
    public static IsoWeek parse(String name) {
        return new IsoWeek(LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE));
    }

    IsoWeek plus(int weeks) {
        return new IsoWeek(monday.plusWeeks(weeks));
    }

    /** Its name, such as `2026-W46`. */
    @Override
    public String toString() {
        return DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, 8);
    }
}
