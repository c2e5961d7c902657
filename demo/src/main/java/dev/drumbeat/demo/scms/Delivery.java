package dev.drumbeat.demo.scms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line that a vendor delivered directly to a client.
 *
 * @param line the source's line number
 * @param vendor slug of the vendor
 * @param mode how it travelled; null when the source does not say
 * @param poSent when the order was sent to the vendor; null when the source does not say
 * @param valueUsd value of the line in US dollars
 * @param freightUsd freight in US dollars; null when it was invoiced elsewhere or included
 */
record Delivery(
        int line,
        String vendor,
        @Nullable String mode,
        @Nullable LocalDate poSent,
        LocalDate scheduled,
        LocalDate delivered,
        BigDecimal valueUsd,
        @Nullable BigDecimal freightUsd) {

    YearMonth month() {
        return YearMonth.from(delivered);
    }

    boolean onTime() {
        return !delivered.isAfter(scheduled);
    }

    /** Days behind schedule; an early delivery is not negative but zero. */
    long daysLate() {
        return Math.max(0, ChronoUnit.DAYS.between(scheduled, delivered));
    }

    /** Days from order to delivery; null when the order's date is unknown or lies after the delivery, which cannot be. */
    @Nullable
    Long leadDays() {
        if (poSent == null || poSent.isAfter(delivered)) {
            return null;
        }
        return ChronoUnit.DAYS.between(poSent, delivered);
    }
}
