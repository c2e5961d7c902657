package dev.drumbeat.kpis;

/**
 * A figure with what was made of it.
 *
 * @param status judged by the target in force in its period
 * @param current no later revision superseded it
 */
public record MeasurementView(Measurement measurement, Status status, boolean current) {
    static MeasurementView of(Kpi kpi, Measurement measurement, boolean current) {
        Status status = Standing.judge(
                measurement.value(), measurement.value().flatMap(ignored -> kpi.boundsFor(measurement.period())));
        return new MeasurementView(measurement, status, current);
    }
}
