package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where ladders are kept, by name: of those partnerships that have one of their own. */
public interface LadderStore extends Aggregates<EscalationLadder> {
    /** By partnership; without those that have what everybody begins with. */
    Map<String, Versioned<EscalationLadder>> of(Collection<String> partnerships);

    List<ActionStore.Changed> changedAfter(Instant moment, int atMost);
}
