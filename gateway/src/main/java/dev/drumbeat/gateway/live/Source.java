package dev.drumbeat.gateway.live;

/** Whose change it is. */
enum Source {
    SCORES,
    ACTIONS,
    CADENCE,
    INCENTIVES
}
