package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where actions are kept, by name; what people ask of them. */
public interface ActionStore extends Aggregates<CorrectiveAction> {
    /** How many actions of one partnership the past is worked out of. */
    int AS_OF_AT_MOST = 2_000;

    /** Worst first: unowned, then by due date, then those that are watched, then what is over. */
    Page<Versioned<CorrectiveAction>> list(Scope scope, Set<ActionState> states, Page.Wanted wanted);

    /** All that were opened by a moment, as they are now. */
    List<Versioned<CorrectiveAction>> openedBy(Scope scope, Instant moment);

    /** What waits for this caller on these partnerships, by due date. */
    Page<Versioned<CorrectiveAction>> waitingFor(String subject, Collection<Scope> scopes, Page.Wanted wanted);

    /** What is neither closed nor voided. */
    List<Open> open(Collection<Scope> scopes);

    /** The action of a number, by name. */
    Optional<String> numbered(String partnership, int number);

    /** The highest number given on a partnership; 0 before the first. */
    int lastNumber(String partnership);

    /** Actions that changed after a moment, oldest change first. */
    List<Changed> changedAfter(Instant moment, int atMost);

    /**
     * @param dueDate of work that is not done yet; empty for others
     * @param markedAfterDays past due, before the portfolio shows it
     */
    record Open(String partnership, boolean unowned, Optional<LocalDate> dueDate, ZoneId zone, int markedAfterDays) {}

    /** @param what action or RACI that changed */
    record Changed(String what, String partnership, long revision, Instant changedAt) {}
}
