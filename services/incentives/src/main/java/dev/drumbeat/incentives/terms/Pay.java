package dev.drumbeat.incentives.terms;

import dev.drumbeat.incentives.money.Money;
import java.math.BigDecimal;

/** What a tier pays. */
public sealed interface Pay {
    record Amount(Money amount) implements Pay {}

    /** @param percent of the bonus pool, or of invoiced spend */
    record Percent(BigDecimal percent) implements Pay {}
}
