package dev.drumbeat.cadence;

import dev.drumbeat.cadence.agenda.KpiFact;
import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen when a meeting ends beside what can't change any more anyway: commitments live on, so they are copied; and the
 * scorecard as it was last seen.
 *
 * @param seenAt when the scorecard was seen; null when it could not be reached
 * @param fingerprint SHA-256 of everything that was frozen, hexadecimal
 */
public record Minutes(
        List<Commitment> commitments,
        List<KpiFact> scorecard,
        @Nullable Instant seenAt,
        Instant frozenAt,
        Actor frozenBy,
        String fingerprint) {
    public Minutes {
        commitments = List.copyOf(commitments);
        scorecard = List.copyOf(scorecard);
    }
}
