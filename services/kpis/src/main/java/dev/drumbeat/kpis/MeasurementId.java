package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;

/** @param kpi the KPI's id */
public record MeasurementId(String kpi, Period period, int revision) {
    static MeasurementId of(Measurement measurement) {
        return new MeasurementId(measurement.kpi(), measurement.period(), measurement.revision());
    }
}
