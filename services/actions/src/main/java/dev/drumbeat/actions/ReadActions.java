package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Actions as people see them, now or as they were known. */
public final class ReadActions {
    private final ActionStore store;
    private final ActionLedger ledger;
    private final Clock clock;

    /** Of one partnership. {@code marked}: one is overdue for so long that the portfolio shows it. */
    public record Counts(String partnership, int open, int unowned, int overdue, boolean marked) {}

    public ReadActions(ActionStore store, ActionLedger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Versioned<CorrectiveAction> get(Scope scope, String name, Optional<Instant> asOf) {
        scope.require(Activity.READ_SCORES);
        Versioned<CorrectiveAction> found = ledger.find(scope, name);
        if (asOf.isEmpty()) {
            return found;
        }
        if (found.value().opening().at().isAfter(asOf.get())) {
            throw Refusal.notFound(name);
        }
        return known(found, asOf.get());
    }

    /** @param states empty for all that are neither closed nor voided */
    public Page<Versioned<CorrectiveAction>> list(
            Scope scope, Set<ActionState> states, Optional<Instant> asOf, Page.Wanted wanted) {
        scope.require(Activity.READ_SCORES);
        return asOf.map(moment -> past(scope, states, moment, wanted))
                .orElseGet(() -> store.list(scope, states, wanted));
    }

    /** The past is worked out from the facts of all actions opened by then. */
    private Page<Versioned<CorrectiveAction>> past(
            Scope scope, Set<ActionState> states, Instant moment, Page.Wanted wanted) {
        List<Versioned<CorrectiveAction>> then = store.openedBy(scope, moment).stream()
                .map(found -> known(found, moment))
                .filter(action -> states.isEmpty()
                        ? !action.value().state().isFinal()
                        : states.contains(action.value().state()))
                .filter(action -> Urgency.of(action.value()).compareTo(wanted.after()) > 0)
                .sorted(Comparator.comparing(action -> Urgency.of(action.value())))
                .limit(wanted.size() + 1L)
                .toList();
        return Page.of(then, wanted, action -> Urgency.of(action.value()));
    }

    private static Versioned<CorrectiveAction> known(Versioned<CorrectiveAction> found, Instant moment) {
        return new Versioned<>(
                found.value().asOf(moment), found.revision(), found.created(), found.requests(), found.untold());
    }

    /** What the caller owns, is asked to accept, or has a step in. */
    public Page<Versioned<CorrectiveAction>> mine(Caller caller, Page.Wanted wanted) {
        List<Scope> scopes = readable(caller.scopes());
        return scopes.isEmpty() ? new Page<>(List.of(), "") : store.waitingFor(caller.subject(), scopes, wanted);
    }

    /** One entry for each partnership that the caller may read. */
    public List<Counts> counts(Collection<Scope> asked) {
        List<Scope> scopes = readable(asked);
        Map<String, List<ActionStore.Open>> open =
                store.open(scopes).stream().collect(Collectors.groupingBy(ActionStore.Open::partnership));
        Instant now = clock.instant();
        return scopes.stream()
                .map(scope -> counts(scope.partnership(), open.getOrDefault(scope.partnership(), List.of()), now))
                .toList();
    }

    private static Counts counts(String partnership, List<ActionStore.Open> open, Instant now) {
        List<ActionStore.Open> overdue =
                open.stream().filter(action -> overdueDays(action, now) > 0).toList();
        return new Counts(
                partnership,
                open.size(),
                (int) open.stream().filter(ActionStore.Open::unowned).count(),
                overdue.size(),
                overdue.stream().anyMatch(action -> overdueDays(action, now) >= action.markedAfterDays()));
    }

    private static int overdueDays(ActionStore.Open action, Instant now) {
        return action.dueDate()
                .map(due -> ActionFigures.overdueDays(due, LocalDate.ofInstant(now, action.zone())))
                .orElse(0);
    }

    private static List<Scope> readable(Collection<Scope> scopes) {
        return scopes.stream().filter(scope -> scope.may(Activity.READ_SCORES)).toList();
    }
}
