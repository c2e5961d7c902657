package dev.drumbeat.incentives.settlement;

/** What a line is. */
public enum LineKind {
    RULE,
    TRANSPARENCY_CREDIT,
    LATE_DISCLOSURE,
    CAP,
    FLOOR,
    /** Agreed after a dispute in place of the computed amount. */
    AGREED
}
