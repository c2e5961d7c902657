package dev.drumbeat.kpis;

import java.math.BigDecimal;

/** What a figure is counted in. */
public enum Unit {
    PERCENT(100),
    COUNT(1),
    /** Parts per million. */
    PPM(1_000_000),
    DAYS(1),
    HOURS(1),
    MONEY(1),
    RATIO(1);

    private final BigDecimal scale;

    Unit(long scale) {
        this.scale = BigDecimal.valueOf(scale);
    }

    /** What a quotient is multiplied by to be in this unit. */
    public BigDecimal scale() {
        return scale;
    }

    /** Whether figures of this unit are shares of a whole, so that their product means something. */
    public boolean isShare() {
        return this == PERCENT || this == RATIO;
    }
}
