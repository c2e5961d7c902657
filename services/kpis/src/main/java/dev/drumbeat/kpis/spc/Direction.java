package dev.drumbeat.kpis.spc;

/** Which way is better. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /** Better is nearer to the target range; inside it, neither way is better. */
    WITHIN_RANGE
}
