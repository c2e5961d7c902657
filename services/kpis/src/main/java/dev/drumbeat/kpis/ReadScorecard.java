package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Standing.Point;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Shows pages: as they are now from what is stored, as they were known at a moment from the facts recorded by then. */
public final class ReadScorecard {
    private final KpiStore store;
    private final Clock clock;
    private final History history;

    public ReadScorecard(KpiStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.history = new History(store);
    }

    /** @param periods 1 to {@value Chart#WINDOW} for each series */
    public ScorecardView read(Scope scope, Optional<Instant> asOf, int periods) {
        scope.require(Activity.READ_SCORES);
        Instant now = clock.instant();
        Optional<Instant> past = asOf.filter(moment -> moment.isBefore(now));
        if (past.isPresent()) {
            return at(scope, past.get(), periods);
        }
        return view(scope, store.scorecard(scope), now, periods);
    }

    /** Those that the caller may read. */
    public List<ScorecardView> read(Collection<Scope> scopes, Optional<Instant> asOf, int periods) {
        Instant now = clock.instant();
        Optional<Instant> past = asOf.filter(moment -> moment.isBefore(now));
        List<Scope> readable =
                scopes.stream().filter(scope -> scope.may(Activity.READ_SCORES)).toList();
        if (past.isPresent()) {
            return readable.stream()
                    .map(scope -> at(scope, past.get(), periods))
                    .toList();
        }
        Map<String, Scorecard> scorecards = store.scorecards(readable);
        return readable.stream()
                .map(scope -> view(
                        scope,
                        scorecards.getOrDefault(scope.partnership(), Scorecard.blank(scope.partnership())),
                        now,
                        periods))
                .toList();
    }

    private ScorecardView view(Scope scope, Scorecard scorecard, Instant now, int periods) {
        List<KpiView> views = new ArrayList<>();
        for (Kpi kpi : scorecard.onThePage()) {
            List<Point> points = points(scope, kpi, scorecard.changedAt(), periods);
            views.add(KpiView.of(
                    kpi,
                    points,
                    scorecard.waiting(),
                    periods,
                    now,
                    scope.facts().timeZone()));
        }
        return ScorecardView.of(scorecard, views, Optional.empty());
    }

    /** More periods than are stored come from a bounded window of history. */
    private List<Point> points(Scope scope, Kpi kpi, Instant until, int periods) {
        List<Point> stored = kpi.standing().points();
        if (periods <= Standing.KEPT || stored.size() < Standing.KEPT) {
            return stored;
        }
        store.settle(scope);
        TreeMap<Period, Measurement> window =
                history.window(scope, kpi, stored.getLast().period(), until);
        return Recalculation.points(window, Chart.of(kpi, window).orElseThrow(), periods);
    }

    private ScorecardView at(Scope scope, Instant moment, int periods) {
        Scorecard known = history.asOf(scope, store.settled(scope), moment);
        List<KpiView> views = known.onThePage().stream()
                .map(kpi -> KpiView.of(
                        kpi,
                        kpi.standing().points(),
                        known.waiting(),
                        periods,
                        moment,
                        scope.facts().timeZone()))
                .toList();
        return ScorecardView.of(known, views, Optional.of(moment));
    }
}
