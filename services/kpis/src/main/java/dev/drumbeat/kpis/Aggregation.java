package dev.drumbeat.kpis;

/** How figures of short periods become the figure of a longer one; see {@link RollUp}. */
public enum Aggregation {
    SUM,
    MEAN,
    LAST,
    /** Sum of numerators over sum of denominators; needs both in every figure. */
    RATIO
}
