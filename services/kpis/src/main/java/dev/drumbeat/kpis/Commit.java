package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import java.util.List;

/**
 * One change of a partnership, whole: the next scorecard and every record that belongs to it. It takes effect with the
 * scorecard's compare-and-set, all of it or nothing.
 *
 * @param next its revision is one more than that of the scorecard it was decided on
 * @param episodes new ones and those that changed
 * @param corrections decided ones
 */
public record Commit(
        Scorecard next,
        PortfolioLine line,
        List<Measurement> measurements,
        List<RedEpisode> episodes,
        List<Correction> corrections,
        List<Note> notes,
        List<AuditEvent> audit,
        Answered answered) {
    public Commit {
        measurements = List.copyOf(measurements);
        episodes = List.copyOf(episodes);
        corrections = List.copyOf(corrections);
        notes = List.copyOf(notes);
        audit = List.copyOf(audit);
    }
}
