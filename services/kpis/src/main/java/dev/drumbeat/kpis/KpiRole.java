package dev.drumbeat.kpis;

/** What a KPI is on the page, in the order of the page. */
public enum KpiRole {
    /** The one KPI the page is about. */
    GOAL,
    /** Said to move the goal. */
    DRIVER,
    /** Measured, not on the page's front. */
    WATCH;

    public boolean onThePage() {
        return this != WATCH;
    }
}
