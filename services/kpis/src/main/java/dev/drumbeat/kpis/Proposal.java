package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.util.Optional;

/** Who wished for a change of terms or figures, why, and what the other side decided. */
public record Proposal(Actor by, Instant at, String reason, Optional<Decision> decision) {

    static Proposal open(Actor by, Instant at, String reason) {
        return new Proposal(by, at, reason, Optional.empty());
    }

    public boolean waiting() {
        return decision.isEmpty();
    }

    public boolean accepted() {
        return decision.filter(made -> made.verdict() == Decision.Verdict.ACCEPTED)
                .isPresent();
    }

    Proposal decided(Decision made) {
        return new Proposal(by, at, reason, Optional.of(made));
    }

    /** As it was known at a moment; empty before it was made. */
    Optional<Proposal> asOf(Instant moment) {
        if (at.isAfter(moment)) {
            return Optional.empty();
        }
        return Optional.of(
                new Proposal(by, at, reason, decision.filter(made -> !made.at().isAfter(moment))));
    }
}
