package dev.drumbeat.actions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What reconciliation asks of the store: small answers for many actions. */
public interface LiveActions {
    /** All that are neither closed nor voided, of all partnerships. */
    List<Live> live();

    List<Live> live(String partnership);

    /** Those of one KPI, newest first, closed and voided ones included; so many that the last 90 days are in. */
    List<CorrectiveAction> ofKpi(String partnership, String kpi);

    /** Names of actions that have met a rung of the ladder by now that is not recorded. */
    List<String> escalating(Instant now, int atMost);

    /**
     * What reconciliation looks at before it looks closer.
     *
     * @param liveEpisodes that corrections have not taken away
     * @param owner {@code people/{person}} of the agreed owner; empty while nobody has it
     * @param ladder revision of the partnership's ladder that it knows; 0 while that is what everybody begins with
     * @param unproposed nobody has it, no proposal waits, and there is an activity whose Accountable could be proposed
     */
    record Live(
            String name,
            String partnership,
            String kpi,
            List<String> liveEpisodes,
            Optional<String> owner,
            boolean unproposed,
            boolean watched,
            long ladder) {}
}
