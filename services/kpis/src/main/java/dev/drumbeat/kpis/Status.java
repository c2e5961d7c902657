package dev.drumbeat.kpis;

/** How a KPI stands in a period, worst first. */
public enum Status {
    RED,
    /** The figure is later than period end plus grace. */
    STALE,
    AMBER,
    /** Nothing to judge: no figure yet, no activity, a step missing, or no target in force. */
    NO_DATA,
    GREEN;

    static Status of(Band band) {
        return switch (band) {
            case GREEN -> GREEN;
            case AMBER -> AMBER;
            case RED -> RED;
        };
    }
}
