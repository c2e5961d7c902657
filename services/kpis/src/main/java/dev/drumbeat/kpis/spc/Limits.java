package dev.drumbeat.kpis.spc;

import java.math.BigDecimal;

/** What common-cause variation lets expect of one period, in the unit of the KPI: centre line and three-sigma limits. */
public record Limits(BigDecimal lower, BigDecimal centre, BigDecimal upper) {
    public Limits {
        if (lower.compareTo(centre) > 0 || centre.compareTo(upper) > 0) {
            throw new IllegalArgumentException("Not in order: " + lower + ", " + centre + ", " + upper);
        }
    }
}
