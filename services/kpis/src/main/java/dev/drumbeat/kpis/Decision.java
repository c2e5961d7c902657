package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;

/**
 * What the other side made of a proposal.
 *
 * @param reason why it was rejected, or a remark on acceptance; may be empty then
 */
public record Decision(Verdict verdict, Actor by, Instant at, String reason) {
    public enum Verdict {
        ACCEPTED,
        REJECTED
    }
}
