package dev.drumbeat.incentives.settlement;

import dev.drumbeat.incentives.money.Money;
import dev.drumbeat.incentives.terms.Rule;
import java.util.List;
import java.util.Optional;

/**
 * One amount with all that is needed to compute it again.
 *
 * @param id unique within its statement
 * @param kpi the KPI it is paid by; empty without one
 * @param formula with the figures, in words
 * @param rule as it was then; empty for the agreement's cap and floor
 * @param figureMissing the least the rule can pay counts, because a figure is missing
 * @param statedBefore in an adjustment: what was stated for this line so far
 */
public record Line(
        String id,
        LineKind kind,
        String displayName,
        Optional<String> kpi,
        Money amount,
        String formula,
        List<Input> inputs,
        Optional<Rule> rule,
        boolean figureMissing,
        Optional<Money> statedBefore) {
    /**
     * @param value decimal text, or a word where there is no figure
     * @param sources resource names it comes from
     */
    public record Input(String key, String label, String value, List<String> sources) {
        public Input {
            sources = List.copyOf(sources);
        }
    }

    public Line {
        inputs = List.copyOf(inputs);
    }

    /** The same line in an adjustment: only what differs from what was stated. */
    public Line adjusting(Money before) {
        return new Line(
                id,
                kind,
                displayName,
                kpi,
                amount.minus(before),
                formula + " This makes " + amount + "; " + before + " were stated before.",
                inputs,
                rule,
                figureMissing,
                Optional.of(before));
    }

    /** What the line pays in all: with what an adjustment adds to. */
    public Money inAll() {
        return statedBefore.map(amount::plus).orElse(amount);
    }
}
