package dev.drumbeat.incentives.terms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Bands that together cover every value once, when they are what both sides may sign. */
public record Tiers(Edge edge, List<Tier> tiers) {
    public Tiers {
        tiers = List.copyOf(tiers);
    }

    /** Empty only in a gap of a draft. */
    public Optional<Tier> find(BigDecimal value) {
        return tiers.stream().filter(tier -> tier.holds(value, edge)).findFirst();
    }
}
