package dev.drumbeat.kpis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;

/**
 * The share of units that pass every step of a process first time: the product of the steps' first-pass yields in the same
 * period (.98 x .97 x .99 x .96 = 90.35 %).
 */
final class RolledThroughputYield {
    private RolledThroughputYield() {}

    /** One step's yield in the unit that it is measured in; the figure is empty when it is missing. */
    record Step(Unit unit, Optional<BigDecimal> figure) {}

    /** In the given unit; one missing step leaves nothing to tell. */
    static Optional<BigDecimal> of(Collection<Step> steps, Unit unit) {
        BigDecimal product = BigDecimal.ONE;
        for (Step step : steps) {
            if (step.figure().isEmpty()) {
                return Optional.empty();
            }
            BigDecimal share = step.figure().get().divide(step.unit().scale(), MathContext.DECIMAL128);
            product = product.multiply(share, MathContext.DECIMAL128);
        }
        return Optional.of(Decimals.plain(product.multiply(unit.scale())));
    }
}
