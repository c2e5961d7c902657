package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.drumbeat.platform.process.Sweeps;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;

/** What is done again and again: commits finished that a dead process left behind, old answers forgotten. */
@Context
final class StoreSweep {
    private static final Duration PENDING_PERIOD = Duration.ofSeconds(5);
    private static final Duration PENDING_AGE = Duration.ofSeconds(3);
    private static final Duration REQUESTS_PERIOD = Duration.ofHours(1);
    /** How long a repeated request gets its first answer. */
    private static final Duration REQUESTS_KEPT = Duration.ofDays(30);

    private final Sweeps sweeps;
    private final PendingRecords pending;
    private final MongoDatabase database;
    private final Clock clock;

    StoreSweep(Sweeps sweeps, PendingRecords pending, MongoDatabase database, Clock clock) {
        this.sweeps = sweeps;
        this.pending = pending;
        this.database = database;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        sweeps.every(
                PENDING_PERIOD,
                "pending",
                () -> pending.finishOlderThan(clock.instant().minus(PENDING_AGE)));
        sweeps.every(REQUESTS_PERIOD, "requests", this::forgetRequests);
    }

    private void forgetRequests() {
        database.getCollection(Collections.REQUESTS)
                .deleteMany(Filters.lt("at", clock.instant().minus(REQUESTS_KEPT)));
    }
}
