package dev.drumbeat.demo.plan;

import org.jspecify.annotations.Nullable;

/** What people did after the figures were in. */
public sealed interface Happening {

    /** Slug of the KPI it is about. */
    String kpi();

    /** OPS of a side proposed another figure; the other side's LEADER has not decided. */
    record CorrectionProposed(String kpi, String period, Figure figure, String reason, Side by) implements Happening {}

    /** OPS of a side proposed another figure and the other side's LEADER approved it. */
    record CorrectionApproved(String kpi, String period, Figure figure, String reason, Side by) implements Happening {}

    /** OPS of the owner proposed a target; the partner's LEADER has not decided. */
    record TargetProposed(PlannedTarget target) implements Happening {
        @Override
        public String kpi() {
            return target.kpi();
        }
    }

    /**
     * OPS of a side wrote a note.
     *
     * @param period the period it is about; required to contest
     */
    record Noted(String kpi, @Nullable String period, Kind kind, Audience audience, String text, Side by)
            implements Happening {}

    enum Kind {
        COMMENT,
        CONTEST
    }

    enum Audience {
        BOTH,
        OWNER
    }
}
