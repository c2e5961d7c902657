package dev.drumbeat.demo.plan;

/** A figure to enter: for which KPI and which period, such as `2026-10` or `2026-W46`. */
public record PlannedFigure(String kpi, String period, Figure figure) {}
