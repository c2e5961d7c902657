package dev.drumbeat.demo.plan;

import java.math.BigDecimal;

/**
 * A dated target to propose.
 *
 * @param kpi slug of the KPI
 * @param fromPeriod first period judged by it
 * @param value meeting it exactly is green, in the KPI's unit
 * @param redLimit past it is red
 * @param reason what the proposer tells the other side
 */
public record PlannedTarget(String kpi, String fromPeriod, BigDecimal value, BigDecimal redLimit, String reason) {}
