package dev.drumbeat.actions;

import dev.drumbeat.actions.EscalationLadder.Change;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** After how long actions are escalated on a partnership: read by all, changed by a LEADER, who says why. */
public final class ChangeLadder {
    private static final int MIN_REASON = 5;
    private static final int MAX_REASON = 1_000;

    private final LadderStore store;
    private final Trail trail;
    private final Clock clock;
    private final Consumer<String> changed;

    /** @param revision 0 while it is what everybody begins with */
    public record InForce(EscalationLadder ladder, long revision) {}

    /** @param changed told the partnership after each change */
    public ChangeLadder(LadderStore store, Trail trail, Clock clock, Consumer<String> changed) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.changed = changed;
    }

    public InForce current(Scope scope) {
        scope.require(Activity.READ_SCORES);
        return inForce(scope.partnership(), store.find(EscalationLadder.name(scope.partnership())));
    }

    private static InForce inForce(String partnership, Optional<Versioned<EscalationLadder>> kept) {
        return kept.map(ladder -> new InForce(ladder.value(), ladder.revision()))
                .orElseGet(() -> new InForce(EscalationLadder.first(partnership), 0));
    }

    /** @param revision that was read */
    public InForce change(Scope scope, Request request, long revision, LadderTimes times, String reason) {
        Instant now = clock.instant();
        String name = EscalationLadder.name(scope.partnership());
        return trail.keepingRefusals(scope, request, now, "ladder.changed", name, () -> {
            Optional<Versioned<EscalationLadder>> before = store.find(name);
            if (before.isPresent() && before.get().isAnswered(request)) {
                return inForce(scope.partnership(), before);
            }
            scope.require(Activity.CHANGE_LADDER);
            InForce known = inForce(scope.partnership(), before);
            if (known.revision() != revision) {
                throw Refusal.staleRevision(name);
            }
            Validation validation = new Validation();
            times.check(validation);
            String why = validation.text("reason", reason, MIN_REASON, MAX_REASON);
            validation.orRefuse();
            if (times.equals(known.ladder().times())) {
                throw Refusal.precondition("ladder.same", "These are the times in force: nothing would change.");
            }
            EscalationLadder next =
                    new EscalationLadder(scope.partnership(), times, new Change(scope.actor(), now, why));
            InForce done = write(before, next, request, event(scope, now, known, next));
            changed.accept(scope.partnership());
            return done;
        });
    }

    private InForce write(
            Optional<Versioned<EscalationLadder>> before, EscalationLadder next, Request request, AuditEvent event) {
        Versioned<EscalationLadder> kept = before.isPresent()
                ? before.get().next(next, request, event.occurredAt(), List.of(event))
                : Versioned.first(next, request, List.of(event));
        boolean written = before.isPresent() ? store.replace(before.get(), kept) : store.create(kept);
        if (!written) {
            throw Refusal.staleRevision(next.name());
        }
        return new InForce(next, kept.revision());
    }

    private static AuditEvent event(Scope scope, Instant now, InForce before, EscalationLadder next) {
        return Writes.event(
                scope.partnership(),
                now,
                scope.actor(),
                "ladder.changed",
                next.name(),
                before.revision() + 1,
                json(before.ladder().times()),
                json(next.times()),
                next.change() == null ? "" : next.change().reason());
    }

    private static String json(LadderTimes times) {
        return Json.object(
                "unownedOpsHours",
                times.unownedOpsHours(),
                "unownedLeadersHours",
                times.unownedLeadersHours(),
                "overdueLeadersDays",
                times.overdueLeadersDays(),
                "overduePortfolioDays",
                times.overduePortfolioDays());
    }
}
