package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the negative lines of each KPI take from the partner, and each red episode's share of it by red periods. */
record Penalties(Map<String, Money> byKpi, Map<String, Integer> redPeriods) {
    static Penalties of(List<Line> lines, List<EpisodeFacts> episodes) {
        Map<String, Money> byKpi = new HashMap<>();
        lines.stream()
                .filter(line -> line.amount().isNegative() && line.kpi().isPresent())
                .forEach(line ->
                        byKpi.merge(line.kpi().orElseThrow(), line.amount().negated(), Money::plus));
        Map<String, Integer> redPeriods = new HashMap<>();
        episodes.forEach(episode -> redPeriods.merge(episode.kpi(), episode.redPeriods(), Integer::sum));
        return new Penalties(byKpi, redPeriods);
    }

    Optional<Money> of(String kpi) {
        return Optional.ofNullable(byKpi.get(kpi));
    }

    /** Exact to 34 digits. */
    BigDecimal share(EpisodeFacts episode) {
        Money penalty = byKpi.get(episode.kpi());
        Integer all = redPeriods.get(episode.kpi());
        if (penalty == null || all == null || all == 0) {
            return BigDecimal.ZERO;
        }
        return penalty.amount()
                .multiply(BigDecimal.valueOf(episode.redPeriods()))
                .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
    }
}
