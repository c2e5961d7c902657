package dev.drumbeat.incentives;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.settlement.Line;
import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the running settlement period of an agreement pays as things stand.
 *
 * @param before what the settlement period before pays by the figures of today
 * @param movements largest change first
 * @param credits for transparency, so far
 * @param openQuestions what has no figure yet, in words
 */
public record Projection(
        String agreement,
        String displayName,
        int version,
        Period period,
        Money amount,
        Optional<Money> before,
        List<Line> lines,
        List<Movement> movements,
        Money credits,
        Optional<Money> cap,
        Optional<Money> floor,
        List<String> openQuestions) {
    /** What one KPI did to the amount since the settlement period before. */
    public record Movement(
            String kpi,
            String displayName,
            Money now,
            Money before,
            Optional<BigDecimal> valueNow,
            Optional<BigDecimal> valueBefore) {
        public Money change() {
            return now.minus(before);
        }
    }

    public Projection {
        lines = List.copyOf(lines);
        movements = List.copyOf(movements);
        openQuestions = List.copyOf(openQuestions);
    }
}
