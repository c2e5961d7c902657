package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a partnership's facts and standings are kept. Whoever asks shows the scope that let them in; nothing is read or written
 * beyond its partnership.
 *
 * <p>A commit takes effect at one moment, with the scorecard. Its records (figures, episodes, notes, audit) become readable with
 * {@link #settled}: whoever reads records looks at the settled scorecard first, and asks for what was recorded until its
 * {@link Scorecard#changedAt}. Thus nobody sees half of a change, whenever a process died.
 */
public interface KpiStore {
    /** As last committed; blank when there was no commit yet. */
    Scorecard scorecard(Scope scope);

    /** As last committed, with all records of all commits written. */
    Scorecard settled(Scope scope);

    /** As last committed, by partnership; those without a commit are left out. */
    Map<String, Scorecard> scorecards(Collection<Scope> scopes);

    /** False, and nothing is changed, when another commit came before. True means it has taken effect, whatever happens next. */
    boolean commit(Scope scope, Commit commit);

    /** Writes what commits have left to be written; harmless at any time. */
    void settle(Scope scope);

    /** What an earlier request was answered. */
    Optional<Answered> answered(Scope scope, String requestKey);

    /** Every revision of every figure of these KPIs that was recorded until then, by KPI. */
    Map<String, List<Measurement>> history(Scope scope, Collection<String> kpis, Instant until);

    /** Every revision of the figures of one KPI from a period on, recorded until then. */
    List<Measurement> since(Scope scope, String kpi, Period from, Instant until);

    /** Figures by their ids; those there are. */
    List<Measurement> measurements(Scope scope, Collection<MeasurementId> ids);

    /** Newest period first, then highest revision, of one KPI or all. */
    Page<Measurement> measurements(Scope scope, Optional<String> kpi, Instant until, int size, String after);

    /** All episodes of these KPIs, by KPI. */
    Map<String, List<RedEpisode>> episodes(Scope scope, Collection<String> kpis);

    /** Decided corrections of one KPI, newest first. */
    List<Correction> corrections(Scope scope, String kpi, int atMost);

    /** A decided correction. */
    Optional<Correction> correction(Scope scope, String id);

    /** Whatever its audience. */
    Optional<Note> note(Scope scope, String id);

    /** Newest first, whatever their audience. */
    List<Note> notes(Scope scope, String kpi, Instant until, int atMost);
}
