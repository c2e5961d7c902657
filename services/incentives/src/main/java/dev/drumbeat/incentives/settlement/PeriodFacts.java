package dev.drumbeat.incentives.settlement;

import dev.drumbeat.platform.calendar.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a settlement period is paid by.
 *
 * @param figures by KPI
 * @param episodes that have red periods in it, by name
 * @param forecasts in time, by rule id
 */
public record PeriodFacts(
        Period period, Map<String, Figure> figures, List<EpisodeFacts> episodes, Map<String, Forecasted> forecasts) {
    /** @param source resource name of the declaration */
    public record Forecasted(BigDecimal value, String source) {}

    public PeriodFacts {
        figures = Map.copyOf(figures);
        episodes = List.copyOf(episodes);
        forecasts = Map.copyOf(forecasts);
    }

    Figure figure(String kpi) {
        return Optional.ofNullable(figures.get(kpi)).orElseGet(() -> Figure.none(kpi));
    }
}
