package dev.drumbeat.kpis;

import dev.drumbeat.kpis.spc.Rule;
import dev.drumbeat.kpis.spc.Variation;
import dev.drumbeat.platform.calendar.Period;
import java.util.List;

/**
 * A rule of the KPI's rule set that its figures break.
 *
 * @param periods of the figures that make the pattern, oldest first
 */
public record Finding(Rule rule, List<Period> periods, Variation meaning) {
    public Finding {
        periods = List.copyOf(periods);
    }
}
