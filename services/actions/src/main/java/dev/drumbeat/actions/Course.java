package dev.drumbeat.actions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far it has come since it was opened or reopened. */
record Course(
        @Nullable OwnerProposal agreed,
        boolean isContained,
        boolean isRootCauseFound,
        boolean isPlanned,
        @Nullable Instant implementedAt,
        Fact.@Nullable Judged judged,
        @Nullable Instant closedAt,
        int recurrences) {
    static Course start() {
        return new Course(null, false, false, false, null, null, null, 0);
    }

    Course agreed(@Nullable OwnerProposal now) {
        return new Course(now, isContained, isRootCauseFound, isPlanned, implementedAt, judged, closedAt, recurrences);
    }

    Course contained() {
        return new Course(agreed, true, isRootCauseFound, isPlanned, implementedAt, judged, closedAt, recurrences);
    }

    Course rootCauseFound() {
        return new Course(agreed, isContained, true, isPlanned, implementedAt, judged, closedAt, recurrences);
    }

    Course planned() {
        return new Course(agreed, isContained, isRootCauseFound, true, implementedAt, judged, closedAt, recurrences);
    }

    Course implemented(@Nullable Instant at) {
        return new Course(agreed, isContained, isRootCauseFound, isPlanned, at, null, closedAt, recurrences);
    }

    Course judged(Fact.Judged now) {
        return new Course(agreed, isContained, isRootCauseFound, isPlanned, implementedAt, now, closedAt, recurrences);
    }

    Course closed(Instant at) {
        return new Course(agreed, isContained, isRootCauseFound, isPlanned, implementedAt, judged, at, recurrences);
    }

    Course cameBack() {
        return new Course(
                agreed, isContained, isRootCauseFound, isPlanned, implementedAt, judged, closedAt, recurrences + 1);
    }

    Course reopened() {
        return new Course(null, false, false, false, null, null, null, recurrences + 1);
    }
}
