package dev.drumbeat.gateway.services;

import java.util.Locale;

/** A service behind the gateway. */
public enum Service {
    PARTNERS,
    KPIS,
    ACTIONS,
    CADENCE,
    INCENTIVES;

    /** As people and settings name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
