package dev.drumbeat.kpis.spc;

import java.util.List;

/** Every period of the question in order, and what the rules found, oldest first. */
public record ControlChart(ChartKind kind, List<PlottedPoint> points, List<Signal> signals) {
    public ControlChart {
        points = List.copyOf(points);
        signals = List.copyOf(signals);
    }
}
