package dev.drumbeat.cadence.agenda;

import java.util.EnumSet;
import java.util.Set;

/** What an agenda item is, in the order in which they come: what is worst first. */
public enum ItemKind {
    UNOWNED_RED(5, Part.KPIS, Part.ACTIONS),
    OVERDUE_ACTION(4, Part.ACTIONS),
    DUE_ACTION(3, Part.ACTIONS),
    OWNED_RED(3, Part.KPIS, Part.ACTIONS),
    NEW_AMBER(2, Part.KPIS),
    DRIFT(2, Part.KPIS),
    STALE_DATA(1, Part.KPIS),
    ADDED(4),
    TERMS_TO_DECIDE(2, Part.KPIS),
    STATEMENT_TO_SIGN(2, Part.INCENTIVES),
    OPEN_COMMITMENT(1),
    GOOD_NEWS(1, Part.KPIS);

    private final int weight;
    private final Set<Part> parts;

    ItemKind(int weight, Part... parts) {
        this.weight = weight;
        Set<Part> all = EnumSet.noneOf(Part.class);
        all.addAll(java.util.List.of(parts));
        this.parts = all;
    }

    /** Its share of the meeting's time, in relation to the others'. */
    int weight() {
        return weight;
    }

    /** Whether all that says if it is still asked for is known. */
    boolean isJudged(Set<Part> missing) {
        return parts.stream().noneMatch(missing::contains);
    }

    /** Whether only those who read money may see it. */
    public boolean isAboutMoney() {
        return this == STATEMENT_TO_SIGN;
    }
}
