package dev.drumbeat.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** How often a KPI is measured, shortest first. */
public enum Frequency {
    DAILY,
    /** ISO week, Monday to Sunday. */
    WEEKLY,
    MONTHLY,
    QUARTERLY;

    /** The period of this length that a day lies in. */
    public Period containing(LocalDate day) {
        return new Period(
                this,
                switch (this) {
                    case DAILY -> day;
                    case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTHLY -> day.withDayOfMonth(1);
                    case QUARTERLY -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                });
    }

    LocalDate shift(LocalDate start, long periods) {
        return switch (this) {
            case DAILY -> start.plusDays(periods);
            case WEEKLY -> start.plusWeeks(periods);
            case MONTHLY -> start.plusMonths(periods);
            case QUARTERLY -> start.plusMonths(3 * periods);
        };
    }

    long between(LocalDate start, LocalDate otherStart) {
        return switch (this) {
            case DAILY -> ChronoUnit.DAYS.between(start, otherStart);
            case WEEKLY -> ChronoUnit.WEEKS.between(start, otherStart);
            case MONTHLY -> ChronoUnit.MONTHS.between(start, otherStart);
            case QUARTERLY -> ChronoUnit.MONTHS.between(start, otherStart) / 3;
        };
    }

    /** What the charts roll up to: months for days and weeks, quarters for months; quarters stay as they are. */
    public Optional<Frequency> rollsUpTo() {
        return switch (this) {
            case DAILY, WEEKLY -> Optional.of(MONTHLY);
            case MONTHLY -> Optional.of(QUARTERLY);
            case QUARTERLY -> Optional.empty();
        };
    }
}
