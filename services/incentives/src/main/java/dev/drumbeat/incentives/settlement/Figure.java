package dev.drumbeat.incentives.settlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A KPI's aggregate over one settlement period.
 *
 * @param value empty when nothing was measured, or when there was no activity
 * @param missing names of the KPI's periods in it that have ended and have no figure, oldest first
 * @param inactive true when every period that was recorded passed without activity
 * @param sources the measurements it is made of, with their revision
 */
public record Figure(
        String kpi,
        String displayName,
        Optional<BigDecimal> value,
        List<String> missing,
        boolean inactive,
        List<String> sources) {
    public Figure {
        missing = List.copyOf(missing);
        sources = List.copyOf(sources);
    }

    public static Figure none(String kpi) {
        return new Figure(kpi, kpi.substring(kpi.lastIndexOf('/') + 1), Optional.empty(), List.of(), false, List.of());
    }
}
