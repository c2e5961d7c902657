package dev.drumbeat.incentives.settlement;

import java.util.Optional;

/**
 * A red episode as far as one settlement period is concerned.
 *
 * @param name {@code partnerships/{partnership}/redEpisodes/{episode}}
 * @param kpi resource name
 * @param redPeriods how many of its red periods lie in the settlement period
 * @param beginsHere its first red period lies in the settlement period: credits and charges are due there, once
 * @param told empty when nobody of the partner told before it was measured and before the owner noted it
 */
public record EpisodeFacts(
        String name, String kpi, String firstPeriod, int redPeriods, boolean beginsHere, Optional<Told> told) {
    /**
     * @param disclosure resource name
     * @param daysBefore whole calendar days to the end of the period it is about, 0 after
     */
    public record Told(String disclosure, int daysBefore) {}

    public EpisodeFacts withTold(Optional<Told> other) {
        return new EpisodeFacts(name, kpi, firstPeriod, redPeriods, beginsHere, other);
    }

    /** The last part of its name. */
    public String id() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
