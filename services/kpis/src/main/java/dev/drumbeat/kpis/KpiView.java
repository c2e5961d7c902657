package dev.drumbeat.kpis;

import dev.drumbeat.kpis.Standing.Point;
import dev.drumbeat.kpis.spc.Limits;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a KPI stands at a moment: its stored standing, and what time has done to it since.
 *
 * @param latest the latest period with a figure
 * @param change value minus that of the period before; empty when either is missing
 * @param target in force in the latest period, or in the running one without figures
 * @param overdue the first missing period after the latest figure, once it is late
 * @param series oldest first, up to the latest figure or the last overdue period
 * @param proposedCorrections waiting for the other side's LEADER
 * @param contests of figures within the series
 */
public record KpiView(
        Kpi kpi,
        Status status,
        Optional<Period> latest,
        Optional<BigDecimal> value,
        Optional<BigDecimal> change,
        Optional<TargetBounds> target,
        Optional<Overdue> overdue,
        List<Entry> series,
        int proposedCorrections,
        int proposedTargets,
        int contests) {

    /** @param since period end plus grace */
    public record Overdue(Period period, Instant since) {}

    /** One period of the series. */
    public record Entry(
            Period period,
            Optional<BigDecimal> value,
            Status status,
            Optional<TargetBounds> target,
            Optional<Limits> limits) {}

    /**
     * @param points of the stored standing, or more of them from history, without gaps between
     * @param periods how many the series has at most
     */
    static KpiView of(Kpi kpi, List<Point> points, List<Correction> waiting, int periods, Instant now, ZoneId zone) {
        Optional<Point> latest = points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
        Optional<Overdue> overdue = latest.flatMap(point -> overdue(kpi, point.period(), now, zone));
        List<Entry> series = series(kpi, points, overdue, periods, now, zone);
        Optional<BigDecimal> value = latest.flatMap(KpiView::value);
        Period judged = latest.map(Point::period).orElseGet(() -> Period.at(kpi.frequency(), now, zone));
        return new KpiView(
                kpi,
                overdue.isPresent()
                        ? Status.STALE
                        : latest.map(point -> Standing.judge(kpi, point)).orElse(Status.NO_DATA),
                latest.map(Point::period),
                value,
                change(points, value),
                kpi.boundsFor(judged),
                overdue,
                series,
                (int) waiting.stream()
                        .filter(correction -> correction.kpi().equals(kpi.id()))
                        .count(),
                (int) kpi.targets().stream()
                        .filter(target -> target.proposal().waiting())
                        .count(),
                (int) kpi.contested().stream()
                        .filter(period -> within(series, period))
                        .count());
    }

    static Optional<Overdue> overdue(Kpi kpi, Period latest, Instant now, ZoneId zone) {
        if (!kpi.live()) {
            return Optional.empty();
        }
        return overdue(latest, kpi.definition().graceDays(), now, zone);
    }

    static Optional<Overdue> overdue(Period latest, int graceDays, Instant now, ZoneId zone) {
        Period missing = latest.next();
        Instant since = missing.overdueAt(graceDays, zone);
        return now.isBefore(since) ? Optional.empty() : Optional.of(new Overdue(missing, since));
    }

    private static List<Entry> series(
            Kpi kpi, List<Point> points, Optional<Overdue> overdue, int periods, Instant now, ZoneId zone) {
        List<Entry> entries = new ArrayList<>();
        for (Point point : points.subList(Math.max(0, points.size() - periods), points.size())) {
            entries.add(entry(kpi, point, now, zone));
        }
        overdue.ifPresent(late -> {
            Period period = late.period();
            long missing = period.until(lastOverdue(kpi, now, zone));
            for (Period at = period.plus(Math.max(0, missing + 1 - periods));
                    period.until(at) <= missing;
                    at = at.next()) {
                entries.add(entry(kpi, new Point(at, Optional.empty(), Optional.empty()), now, zone));
            }
        });
        return List.copyOf(entries.subList(Math.max(0, entries.size() - periods), entries.size()));
    }

    /** The last period that ended at least the grace ago. */
    private static Period lastOverdue(Kpi kpi, Instant now, ZoneId zone) {
        int grace = kpi.definition().graceDays();
        Period period =
                kpi.frequency().containing(now.atZone(zone).toLocalDate().minusDays(grace));
        while (now.isBefore(period.overdueAt(grace, zone))) {
            period = period.previous();
        }
        return period;
    }

    private static Entry entry(Kpi kpi, Point point, Instant now, ZoneId zone) {
        Optional<TargetBounds> bounds = kpi.boundsFor(point.period());
        Optional<BigDecimal> value = value(point);
        Status status = Standing.judge(value, bounds);
        if (point.figure().isEmpty()
                && !now.isBefore(point.period().overdueAt(kpi.definition().graceDays(), zone))) {
            status = Status.STALE;
        }
        return new Entry(point.period(), value, status, bounds, point.limits());
    }

    private static Optional<BigDecimal> change(List<Point> points, Optional<BigDecimal> value) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        Optional<BigDecimal> before = value(points.get(points.size() - 2));
        return value.flatMap(now -> before.map(now::subtract)).map(Decimals::plain);
    }

    private static Optional<BigDecimal> value(Point point) {
        return point.figure().flatMap(Standing.Shown::value);
    }

    private static boolean within(List<Entry> series, Period period) {
        return !series.isEmpty()
                && series.getFirst().period().compareTo(period) <= 0
                && series.getLast().period().compareTo(period) >= 0;
    }
}
