package dev.drumbeat.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the scores say: red episodes, and how the periods of a KPI stand. */
public interface Scores {
    /** All episodes that are open or voided, of all partnerships. */
    List<Episode> episodes();

    /** Those of one partnership. */
    List<Episode> episodes(String partnership);

    /**
     * The last periods of KPIs, oldest first, by {@code partnerships/{partnership}/kpis/{kpi}}; periods that can't be judged are left
     * out, and so are KPIs that are no longer measured.
     */
    Map<String, List<Judgement>> periods(Collection<String> kpis);

    /** A KPI by its name; empty when there is none. */
    Optional<Kpi> kpi(String partnership, String name);

    /** @param raciActivity whose Accountable answers for its reds; may be empty */
    record Kpi(String name, String displayName, String raciActivity) {}

    /**
     * A red episode.
     *
     * @param name {@code partnerships/{partnership}/redEpisodes/{episode}}
     * @param lastRedPeriod its last red period so far
     * @param lastValue decimal, in the KPI's unit
     * @param openedAt when the figure that opened it was recorded
     */
    record Episode(
            String name,
            String partnership,
            Kpi kpi,
            State state,
            String firstPeriod,
            String lastRedPeriod,
            String lastValue,
            String lastTarget,
            Instant openedAt) {
        /** Whether they have red periods in common. Periods of one KPI are named so that names sort as the periods do. */
        boolean overlaps(Episode other) {
            return firstPeriod.compareTo(other.lastRedPeriod) <= 0 && other.firstPeriod.compareTo(lastRedPeriod) <= 0;
        }
    }

    /** What matters of an episode's state here. */
    enum State {
        OPEN,
        VOIDED
    }

    /**
     * How one period was judged.
     *
     * @param start first day of the period
     */
    record Judgement(String period, LocalDate start, boolean red) {}
}
