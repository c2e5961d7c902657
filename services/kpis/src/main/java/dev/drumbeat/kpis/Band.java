package dev.drumbeat.kpis;

/** Where a number lies against a target. Every number lies in exactly one band. */
public enum Band {
    /** Meets the target; meeting it exactly is meeting it. */
    GREEN,
    /** Misses it, but not past the red limit; exactly at the red limit is not past it. */
    AMBER,
    RED
}
