package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Role;

/** What a series is for, which says who is expected. */
public enum SeriesKind {
    OPS_SYNC,
    LEADERSHIP_REVIEW,
    OTHER;

    /** Whether people in this role are invited, on either side. */
    public boolean expects(Role role) {
        return switch (this) {
            case OPS_SYNC -> role == Role.OPS;
            case LEADERSHIP_REVIEW -> role == Role.LEADER;
            case OTHER -> role != Role.VIEWER;
        };
    }
}
