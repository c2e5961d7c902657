package dev.drumbeat.kpis;

/** How a figure came in. */
public enum Origin {
    BY_HAND,
    CSV,
    API,
    /** Computed from other KPIs. */
    DERIVED
}
