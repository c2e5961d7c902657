package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One period as the chart shows it.
 *
 * @param value the figure; empty for a gap
 * @param limits empty where the baseline has too few points, and at the gaps of a p or u chart, whose limits need a denominator
 * @param variation what the signals that cover this point make of it; empty where nothing is judged
 */
public record PlottedPoint(
        int index, String period, Optional<BigDecimal> value, Optional<Limits> limits, Optional<Variation> variation) {}
