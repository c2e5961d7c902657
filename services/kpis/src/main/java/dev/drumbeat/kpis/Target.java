package dev.drumbeat.kpis;

import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A dated target: proposed by one side, decided by the other's LEADER.
 *
 * @param from first period judged by it; it holds until a later accepted one begins
 */
public record Target(String id, Period from, TargetBounds bounds, Proposal proposal) {

    /**
     * The accepted target with the latest start not after the period; of two with the same start the one accepted last.
     */
    public static Optional<Target> inForce(Collection<Target> targets, Period period) {
        return targets.stream()
                .filter(target -> target.proposal.accepted() && target.from.compareTo(period) <= 0)
                .max(Comparator.comparing(Target::from)
                        .thenComparing(target ->
                                target.proposal.decision().orElseThrow().at()));
    }

    Target decided(Decision decision) {
        return new Target(id, from, bounds, proposal.decided(decision));
    }

    /** As it was known at a moment; empty before it was proposed. */
    Optional<Target> asOf(Instant moment) {
        return proposal.asOf(moment).map(known -> new Target(id, from, bounds, known));
    }

    public boolean by(Actor actor) {
        return proposal.by().subject().equals(actor.subject());
    }
}
