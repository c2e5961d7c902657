package dev.drumbeat.actions;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Puts facts to actions: each wish has one effect, a refused one leaves a trace in the audit trail, and no rung of the ladder that
 * was reached before a change is forgotten by it.
 */
public final class ActionLedger {
    /** What this service does by itself is done by it. */
    public static final Actor SELF = Actor.service("actions");

    private static final int TRIES = 8;

    private final ActionStore store;
    private final People people;
    private final Trail trail;
    private final Clock clock;
    private final Runnable changed;

    /** Gives the facts of a change, none when there is nothing to change, or refuses. */
    @FunctionalInterface
    public interface Decision {
        List<? extends Fact> decide(CorrectiveAction before, ActionStanding standing, Instant at);
    }

    /** @param changed told after each change; must not block */
    public ActionLedger(ActionStore store, People people, Trail trail, Clock clock, Runnable changed) {
        this.store = store;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * What a person asks for.
     *
     * @param name {@code partnerships/{partnership}/actions/{action}}
     * @param revision that was read; empty for what can't contradict anything
     * @param step what is done, in the words of the audit trail
     * @return the action as it is now; the same as before when the request was answered before
     */
    public Versioned<CorrectiveAction> change(
            Scope scope, Request request, String name, OptionalLong revision, String step, Decision decision) {
        return trail.keepingRefusals(scope, request, clock.instant(), step, name, () -> {
            for (int i = 0; i < TRIES; i++) {
                Versioned<CorrectiveAction> before = find(scope, name);
                if (before.isAnswered(request)) {
                    return before;
                }
                if (revision.isPresent() && revision.getAsLong() != before.revision()) {
                    throw Refusal.staleRevision(name);
                }
                CorrectiveAction known = before.value();
                Instant at = now(known);
                List<Fact> facts = new ArrayList<>(escalations(known, at));
                CorrectiveAction caughtUp = known.with(facts);
                List<? extends Fact> wanted = decision.decide(caughtUp, caughtUp.standing(), at);
                requireRoom(caughtUp);
                facts.addAll(wanted);
                CorrectiveAction after = known.with(facts);
                Versioned<CorrectiveAction> next =
                        before.next(after, request, at, events(known, facts, before.revision() + 1));
                if (store.replace(before, next)) {
                    changed.run();
                    return next;
                }
            }
            throw Refusal.staleRevision(name);
        });
    }

    /** What this service finds by itself, whoever else is changing the action. */
    void record(String name, Decision decision) {
        for (int i = 0; i < TRIES; i++) {
            Versioned<CorrectiveAction> before =
                    store.find(name).orElseThrow(() -> new IllegalStateException("an action is gone: " + name));
            CorrectiveAction known = before.value();
            Instant at = now(known);
            List<Fact> facts = new ArrayList<>(escalations(known, at));
            CorrectiveAction caughtUp = known.with(facts);
            facts.addAll(decision.decide(caughtUp, caughtUp.standing(), at));
            if (facts.isEmpty()) {
                return;
            }
            List<AuditEvent> untold = new ArrayList<>(before.untold());
            untold.addAll(events(known, facts, before.revision() + 1));
            Versioned<CorrectiveAction> next = new Versioned<>(
                    known.with(facts), before.revision() + 1, before.created(), before.requests(), untold);
            if (store.replace(before, next)) {
                changed.run();
                return;
            }
        }
        throw Refusal.staleRevision(name);
    }

    /** Opens an action under the next free number, unless this request or its id has opened it before. */
    Versioned<CorrectiveAction> open(CorrectiveAction unnumbered, Request request) {
        while (true) {
            CorrectiveAction action = unnumbered.numbered(store.lastNumber(unnumbered.partnership()) + 1);
            AuditEvent event = Writes.event(
                    action.partnership(),
                    action.opening().at(),
                    action.opening().by(),
                    "action.opened",
                    action.name(),
                    1,
                    "",
                    FactText.opened(action),
                    "");
            Versioned<CorrectiveAction> first = Versioned.first(action, request, List.of(event));
            if (store.create(first)) {
                changed.run();
                return first;
            }
            var known = Writes.madeBefore(store, request).or(() -> store.find(action.name()));
            if (known.isPresent()) {
                return known.get();
            }
            // Somebody was quicker to take the number.
        }
    }

    Versioned<CorrectiveAction> find(Scope scope, String name) {
        return store.find(name)
                .filter(kept -> kept.value().partnership().equals(scope.partnership()))
                .orElseThrow(() -> Refusal.notFound(name));
    }

    /** Facts of one action never go back in time, even when clocks do. */
    private Instant now(CorrectiveAction action) {
        Instant now = clock.instant();
        return now.isBefore(action.changedAt()) ? action.changedAt() : now;
    }

    private List<Fact> escalations(CorrectiveAction action, Instant now) {
        List<Ladder.Next> met = Ladder.met(action, now);
        if (met.isEmpty()) {
            return List.of();
        }
        List<People.Member> members = people.on(action.partnership());
        return met.stream()
                .<Fact>map(next -> next.fact(now, SELF, names(members, next.rung())))
                .toList();
    }

    private static List<String> names(List<People.Member> members, Rung rung) {
        return members.stream()
                .filter(member -> member.role() == (rung.isForLeaders() ? Role.LEADER : Role.OPS))
                .map(member -> member.person().displayName())
                .toList();
    }

    private static void requireRoom(CorrectiveAction action) {
        if (action.facts().size() >= CorrectiveAction.MAX_FACTS) {
            throw Refusal.of(
                    dev.drumbeat.platform.domain.Reason.LIMIT_REACHED,
                    "action.facts_limit",
                    "So much has happened to this action that it can't take more. Close it and open another one.");
        }
    }

    private static List<AuditEvent> events(CorrectiveAction before, List<? extends Fact> facts, long revision) {
        List<AuditEvent> events = new ArrayList<>();
        CorrectiveAction known = before;
        for (Fact fact : facts) {
            CorrectiveAction next = known.with(List.of(fact));
            events.add(Writes.event(
                    before.partnership(),
                    fact.at(),
                    fact.by(),
                    FactText.step(fact),
                    before.name(),
                    revision * 100 + events.size(),
                    FactText.standing(known.standing()),
                    FactText.standing(next.standing(), fact),
                    FactText.reason(fact)));
            known = next;
        }
        return events;
    }
}
