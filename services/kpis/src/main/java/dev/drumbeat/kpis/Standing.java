package dev.drumbeat.kpis;

import dev.drumbeat.kpis.spc.Limits;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be told of a KPI's figures without looking at the clock; stored with the KPI, so that a page costs no look into
 * history. What time does to it (STALE) is added when it is shown, see {@link KpiView}.
 *
 * @param points one for each period without gaps between, oldest first, the last one the latest period with a figure; at most
 *     {@value #KEPT}
 * @param lastDataAt when the latest figure was recorded
 * @param openEpisode at most one is open
 */
public record Standing(
        List<Point> points, Optional<Instant> lastDataAt, Optional<RedEpisode> openEpisode, Reading reading) {

    /** Two of the page's series of 13, so that trailing missing periods do not make it short. */
    public static final int KEPT = 26;

    /** @param figure empty when the period's figure is missing */
    public record Point(Period period, Optional<Shown> figure, Optional<Limits> limits) {}

    /** @param value in the KPI's unit; empty for no activity or a missing step */
    public record Shown(Optional<BigDecimal> value) {}

    public Standing {
        points = List.copyOf(points);
    }

    static Standing none() {
        return new Standing(List.of(), Optional.empty(), Optional.empty(), Reading.none());
    }

    public Optional<Point> latest() {
        return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
    }

    /** The status of the latest figure, whatever the time. */
    Status settled(Kpi kpi) {
        return latest().map(point -> judge(kpi, point)).orElse(Status.NO_DATA);
    }

    static Status judge(Kpi kpi, Point point) {
        Optional<BigDecimal> value = point.figure().flatMap(Shown::value);
        return judge(value, value.flatMap(some -> kpi.boundsFor(point.period())));
    }

    static Status judge(Optional<BigDecimal> value, Optional<TargetBounds> bounds) {
        if (value.isEmpty() || bounds.isEmpty()) {
            return Status.NO_DATA;
        }
        return Status.of(bounds.get().judge(value.get()));
    }

    Standing kept(int points) {
        int from = Math.max(0, this.points.size() - points);
        return new Standing(this.points.subList(from, this.points.size()), lastDataAt, openEpisode, reading);
    }
}
