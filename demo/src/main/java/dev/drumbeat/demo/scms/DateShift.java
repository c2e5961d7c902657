package dev.drumbeat.demo.scms;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Moves the history's months by whole months, so that its last one becomes one that has just ended. */
public record DateShift(int months) {

    /** The last month that the published history tells to its end; it breaks off on 14 September. */
    public static final YearMonth LAST_MONTH_OF_DATA = YearMonth.of(2015, 8);

    public static DateShift soThatDataEndIn(YearMonth lastMonth) {
        return new DateShift(Math.toIntExact(ChronoUnit.MONTHS.between(LAST_MONTH_OF_DATA, lastMonth)));
    }

    public YearMonth move(YearMonth ofData) {
        return ofData.plusMonths(months);
    }
}
