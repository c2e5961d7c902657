package dev.drumbeat.kpis;

import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.RequestLog.Answered;
import dev.drumbeat.platform.domain.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The one way in which anything changes: decide on the scorecard as it is, commit by compare-and-set, decide anew when somebody
 * else was quicker. A request that was answered before changes nothing and gets its answer again.
 */
public final class Ledger {
    private static final int ATTEMPTS = 30;
    private static final int LOCKS = 64;

    private final KpiStore store;
    private final Clock clock;
    private final Recalculation recalculation;
    private final Changes changes;
    /** Spares writers in the same process from losing to each other; what makes it right is the compare-and-set. */
    private final ReentrantLock[] locks =
            IntStream.range(0, LOCKS).mapToObj(ignored -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    public Ledger(KpiStore store, Clock clock, Changes changes) {
        this.store = store;
        this.clock = clock;
        this.recalculation = new Recalculation(store);
        this.changes = changes;
    }

    /**
     * @param decide puts the change together, or refuses; gives what the answer is made from. May be asked more than once
     */
    Answered write(Scope scope, Request request, Function<Edit, String> decide) {
        ReentrantLock lock = locks[Math.floorMod(scope.partnership().hashCode(), LOCKS)];
        lock.lock();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Answered> answered = attempt(scope, request, decide);
                if (answered.isPresent()) {
                    return answered.get();
                }
            }
        } finally {
            lock.unlock();
        }
        throw Refusal.unavailable("This partnership's scorecard, which many change at once,");
    }

    private Optional<Answered> attempt(Scope scope, Request request, Function<Edit, String> decide) {
        Scorecard before = store.settled(scope);
        Optional<Answered> known = store.answered(scope, request.key());
        if (known.isPresent()) {
            request.requireSameContent(known.get().contentHash());
            return known;
        }
        Edit edit = new Edit(scope, request, before, after(before.changedAt()));
        String result = decide.apply(edit);
        if (edit.isEmpty()) {
            return Optional.of(new Answered(request.key(), request.contentHash(), before.changedAt(), result));
        }
        Commit commit = recalculation.complete(edit, result);
        if (!store.commit(scope, commit)) {
            return Optional.empty();
        }
        store.settle(scope);
        changes.announce(scope.partnership());
        return Optional.of(commit.answered());
    }

    /** Now, but later than every commit before: what was known at a moment is then never in doubt. */
    private Instant after(Instant lastCommit) {
        Instant now = clock.instant();
        return now.isAfter(lastCommit) ? now : lastCommit.plusMillis(1);
    }
}
