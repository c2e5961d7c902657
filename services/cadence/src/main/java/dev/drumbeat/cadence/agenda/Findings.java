package dev.drumbeat.cadence.agenda;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What the other services said at a moment. A part that nobody serves is known and empty. */
public record Findings(Seen<KpiFact> kpis, Seen<ActionFact> actions, Seen<StatementFact> statements, Instant at) {
    public Set<Part> missing() {
        Set<Part> missing = EnumSet.noneOf(Part.class);
        if (!kpis.isKnown()) {
            missing.add(Part.KPIS);
        }
        if (!actions.isKnown()) {
            missing.add(Part.ACTIONS);
        }
        if (!statements.isKnown()) {
            missing.add(Part.INCENTIVES);
        }
        return missing;
    }
}
