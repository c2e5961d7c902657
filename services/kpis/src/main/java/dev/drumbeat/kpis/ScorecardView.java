package dev.drumbeat.kpis;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page of one partnership at a moment.
 *
 * @param missing what a draft needs to be published; nothing when it is
 * @param revision grows only when a fact does
 * @param asOf the moment shown; empty for now
 * @param standings goal first, then drivers by position, then watched
 * @param openEpisodes worst first: of the goal, of drivers, of what is watched; longest open first among equals
 */
public record ScorecardView(
        String partnership,
        List<String> missing,
        long revision,
        Optional<Instant> asOf,
        Optional<Instant> lastDataAt,
        List<KpiView> standings,
        List<RedEpisode> openEpisodes) {

    static ScorecardView of(Scorecard scorecard, List<KpiView> standings, Optional<Instant> asOf) {
        List<RedEpisode> open = standings.stream()
                .flatMap(view -> view.kpi().standing().openEpisode().stream()
                        .map(episode -> new Ranked(view.kpi().definition().role(), episode)))
                .sorted(Comparator.comparing(Ranked::role)
                        .thenComparing(ranked -> ranked.episode().openedAt()))
                .map(Ranked::episode)
                .toList();
        return new ScorecardView(
                scorecard.partnership(),
                scorecard.missing(),
                scorecard.revision(),
                asOf,
                scorecard.lastDataAt(),
                standings,
                open);
    }

    private record Ranked(KpiRole role, RedEpisode episode) {}
}
