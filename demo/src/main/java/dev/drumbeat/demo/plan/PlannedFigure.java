package dev.drumbeat.demo.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** A figure to enter: for which KPI and which period, such as `2026-10` or `2026-W46`. */
public record PlannedFigure(String kpi, String period, Figure figure) {

    /** The period's last day; the figure is known after it. */
    public LocalDate lastDay() {
        return period.contains("W")
                ? LocalDate.parse(period + "-7", DateTimeFormatter.ISO_WEEK_DATE)
                : YearMonth.parse(period).atEndOfMonth();
    }
}
