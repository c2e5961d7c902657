package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.util.List;

/**
 * What was decided.
 *
 * @param item the agenda item it came of; empty when it came of none
 * @param why may be empty
 */
public record Decision(
        String id,
        String item,
        String what,
        String why,
        List<Participant> decidedBy,
        Actor recordedBy,
        Instant recordedAt,
        long revision) {
    public Decision {
        decidedBy = List.copyOf(decidedBy);
        if (decidedBy.isEmpty()) {
            throw new IllegalArgumentException("somebody decides");
        }
    }

    Decision changed(String nextWhat, String nextWhy, List<Participant> nextDecidedBy) {
        return new Decision(id, item, nextWhat, nextWhy, nextDecidedBy, recordedBy, recordedAt, revision + 1);
    }
}
