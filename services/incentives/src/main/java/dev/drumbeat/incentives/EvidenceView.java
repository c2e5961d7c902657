package dev.drumbeat.incentives;

import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact.EvidenceDecided;
import dev.drumbeat.incentives.journal.Fact.EvidenceReplied;
import dev.drumbeat.incentives.journal.Fact.EvidenceShown;
import dev.drumbeat.platform.domain.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A piece of evidence and what was said to it. */
public record EvidenceView(Entry shown, EvidenceShown content, List<Entry> replies, Optional<Entry> decided) {
    /** How long the side concerned has to reply before it may be decided without. */
    static final Duration RIGHT_OF_REPLY = Duration.ofDays(7);

    public enum State {
        OPEN,
        DECIDED
    }

    public EvidenceView {
        replies = List.copyOf(replies);
    }

    public State state() {
        return decided.isPresent() ? State.DECIDED : State.OPEN;
    }

    public Instant decidableAt() {
        return shown.at().plus(RIGHT_OF_REPLY);
    }

    /** Nobody decides about their own side. */
    boolean isDecidableBy(Side side) {
        return side != content.concerns();
    }

    boolean isDecidable(Instant now) {
        boolean replied = replies.stream().anyMatch(reply -> reply.actor().side() == content.concerns());
        return decided.isEmpty() && (replied || !now.isBefore(decidableAt()));
    }

    /** @param topic entries of one piece of evidence, oldest first; the first shows it */
    static Optional<EvidenceView> of(List<Entry> topic) {
        return topic.stream()
                .filter(entry -> entry.fact() instanceof EvidenceShown)
                .findFirst()
                .map(shown -> new EvidenceView(
                        shown,
                        (EvidenceShown) shown.fact(),
                        topic.stream()
                                .filter(entry -> entry.fact() instanceof EvidenceReplied)
                                .toList(),
                        topic.stream()
                                .filter(entry -> entry.fact() instanceof EvidenceDecided)
                                .findFirst()));
    }
}
