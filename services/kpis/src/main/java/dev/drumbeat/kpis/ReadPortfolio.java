package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The caller's partnerships at a glance. Two look-ups whatever the size: a few bytes of each for ranking, and the lines of the
 * page wanted.
 */
public final class ReadPortfolio {
    private static final int SERIES = 13;
    /** How many pages of the past are worked out for one answer. */
    private static final int MAX_AS_OF = 200;

    private final PortfolioStore store;
    private final KpiStore kpis;
    private final Clock clock;

    public ReadPortfolio(PortfolioStore store, KpiStore kpis, Clock clock) {
        this.store = store;
        this.kpis = kpis;
        this.clock = clock;
    }

    public enum Order {
        WORST_FIRST,
        NAME,
        LAST_DATA
    }

    /**
     * @param statuses of the goal to keep; empty for all
     * @param search part of the partnership's name, any case; empty for all
     */
    public record Question(Order order, Set<Status> statuses, String search, Optional<Instant> asOf) {}

    /** @param goal empty on a draft without one */
    public record Line(PortfolioLine line, Optional<KpiView> goal, int red, int amber, int stale) {}

    /** @param total lines in all pages together */
    public record Answer(Page<Line> page, int total) {}

    public Answer read(Collection<Scope> scopes, Question question, Page.Wanted wanted) {
        Instant now = clock.instant();
        Instant moment = question.asOf().filter(past -> past.isBefore(now)).orElse(now);
        String search = question.search().strip().toLowerCase(Locale.ROOT);
        List<Scope> readable = scopes.stream()
                .filter(scope -> scope.may(Activity.READ_SCORES))
                .filter(scope ->
                        scope.facts().displayName().toLowerCase(Locale.ROOT).contains(search))
                .toList();
        Map<String, PortfolioLine> ranks = moment.equals(now) ? store.ranks(readable) : past(readable, moment);
        List<Ranked> ranked = readable.stream()
                .map(scope -> new Ranked(
                        scope,
                        ranks.getOrDefault(scope.partnership(), PortfolioLine.blank(scope.partnership())),
                        moment))
                .filter(line -> question.statuses().isEmpty()
                        || line.status().filter(question.statuses()::contains).isPresent())
                .sorted(order(question.order()))
                .toList();
        Page<Ranked> onPage = Page.of(ranked, wanted);
        Map<String, PortfolioLine> lines = moment.equals(now)
                ? store.lines(onPage.items().stream().map(Ranked::scope).toList())
                : ranks;
        return new Answer(
                onPage.map(line ->
                        line(line.scope(), lines.getOrDefault(line.scope().partnership(), line.line()), moment)),
                ranked.size());
    }

    private Map<String, PortfolioLine> past(List<Scope> scopes, Instant moment) {
        if (scopes.size() > MAX_AS_OF) {
            throw Refusal.precondition(
                    "portfolio.too_many_as_of",
                    "The past of at most " + MAX_AS_OF
                            + " partnerships is shown at once. Search for some of them by name.");
        }
        History history = new History(kpis);
        Map<String, PortfolioLine> lines = new HashMap<>();
        for (Scope scope : scopes) {
            lines.put(scope.partnership(), PortfolioLine.of(history.asOf(scope, kpis.settled(scope), moment)));
        }
        return lines;
    }

    private static Line line(Scope scope, PortfolioLine line, Instant now) {
        var zone = scope.facts().timeZone();
        return new Line(
                line,
                line.goal().map(goal -> KpiView.of(goal, goal.standing().points(), List.of(), SERIES, now, zone)),
                line.count(Status.RED, now, zone),
                line.count(Status.AMBER, now, zone),
                line.count(Status.STALE, now, zone));
    }

    private static Comparator<Ranked> order(Order order) {
        Comparator<Ranked> byName = Comparator.<Ranked, String>comparing(
                        ranked -> ranked.scope().facts().displayName().toLowerCase(Locale.ROOT))
                .thenComparing(ranked -> ranked.scope().partnership());
        return switch (order) {
            case NAME -> byName;
            case LAST_DATA ->
                Comparator.<Ranked, Instant>comparing(
                                ranked -> ranked.line().lastDataAt().orElse(Instant.EPOCH))
                        .thenComparing(byName);
            case WORST_FIRST ->
                Comparator.<Ranked>comparingInt(Ranked::rank)
                        .thenComparing(Comparator.comparingInt(Ranked::red).reversed())
                        .thenComparing(byName);
        };
    }

    private record Ranked(Scope scope, PortfolioLine line, Optional<Status> status, int red) {
        private Ranked(Scope scope, PortfolioLine line, Instant now) {
            this(
                    scope,
                    line,
                    line.status(now, scope.facts().timeZone()),
                    line.count(Status.RED, now, scope.facts().timeZone()));
        }

        /** Drafts without a judged goal come last. */
        private int rank() {
            return line.published()
                    ? status.map(Status::ordinal).orElse(Status.values().length)
                    : Status.values().length;
        }
    }
}
