package dev.drumbeat.incentives.evidence;

/** What sandbagging may look like. */
public enum EvidenceKind {
    BEATEN_WIDELY,
    BUNCHED,
    LATE_REVISION,
    LOW_FORECASTS
}
