package dev.drumbeat.kpis;

/** Whether a KPI tells of results or of the work that leads to them. */
public enum MeasureType {
    /** Yield, on-time delivery, cost. */
    OUTPUT,
    /** Training, maintenance, health of a process. */
    INPUT
}
