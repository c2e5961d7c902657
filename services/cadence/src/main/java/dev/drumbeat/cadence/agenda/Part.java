package dev.drumbeat.cadence.agenda;

/** Where parts of an agenda come from. */
public enum Part {
    KPIS,
    ACTIONS,
    INCENTIVES
}
