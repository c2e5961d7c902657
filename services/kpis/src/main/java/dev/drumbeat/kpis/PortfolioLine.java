package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the portfolio shows of a partnership, kept beside the scorecard so that a list of many reads little. Says nothing that
 * time changes.
 *
 * @param goal with the last points only; empty on a draft without one, and where only ranking is wanted
 * @param pulses of the KPIs on the page's front, goal first
 */
public record PortfolioLine(
        String partnership,
        long revision,
        Instant changedAt,
        Optional<Kpi> goal,
        boolean published,
        List<Pulse> pulses,
        int openEpisodes,
        Optional<Instant> lastDataAt) {

    /** One more than a series has, for the change since the period before the first. */
    private static final int POINTS = 14;

    /**
     * @param settled status of the latest figure, whatever the time
     * @param latest the latest period with a figure
     */
    public record Pulse(KpiRole role, Status settled, Optional<Period> latest, int graceDays) {
        public Status at(Instant now, ZoneId zone) {
            boolean stale = latest.flatMap(period -> KpiView.overdue(period, graceDays, now, zone))
                    .isPresent();
            return stale ? Status.STALE : settled;
        }
    }

    public PortfolioLine {
        pulses = List.copyOf(pulses);
    }

    /** Of a partnership for which nothing was set up yet. */
    public static PortfolioLine blank(String partnership) {
        return of(Scorecard.blank(partnership));
    }

    static PortfolioLine of(Scorecard scorecard) {
        List<Kpi> front = scorecard.onThePage().stream()
                .filter(kpi -> kpi.definition().role().onThePage())
                .toList();
        return new PortfolioLine(
                scorecard.partnership(),
                scorecard.revision(),
                scorecard.changedAt(),
                scorecard.goal().map(goal -> goal.standing(goal.standing().kept(POINTS))),
                scorecard.published(),
                front.stream().map(PortfolioLine::pulse).toList(),
                (int) scorecard.onThePage().stream()
                        .filter(kpi -> kpi.standing().openEpisode().isPresent())
                        .count(),
                scorecard.lastDataAt());
    }

    /** Of the goal; empty on a draft without one. */
    public Optional<Status> status(Instant now, ZoneId zone) {
        return pulses.stream()
                .filter(pulse -> pulse.role() == KpiRole.GOAL)
                .findFirst()
                .map(pulse -> pulse.at(now, zone));
    }

    public int count(Status status, Instant now, ZoneId zone) {
        return (int)
                pulses.stream().filter(pulse -> pulse.at(now, zone) == status).count();
    }

    private static Pulse pulse(Kpi kpi) {
        return new Pulse(
                kpi.definition().role(),
                kpi.standing().settled(kpi),
                kpi.standing().latest().map(Standing.Point::period),
                kpi.definition().graceDays());
    }
}
