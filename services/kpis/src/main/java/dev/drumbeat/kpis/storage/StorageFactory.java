package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.KpiStore;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.process.Preparation;
import dev.drumbeat.platform.process.Sweep;
import dev.drumbeat.platform.telemetry.FigureSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Puts the store behind the ports. */
@Factory
final class StorageFactory {
    private static final Duration PENDING_PERIOD = Duration.ofSeconds(5);
    private static final Duration PENDING_AGE = Duration.ofSeconds(3);
    private static final Duration REQUESTS_PERIOD = Duration.ofHours(1);
    /** How long a repeated request gets its first answer. */
    private static final Duration REQUESTS_KEPT = Duration.ofDays(30);

    @Singleton
    PendingRecords pending(MongoDatabase database, AuditTrail trail, Clock clock) {
        return new PendingRecords(database, trail, clock);
    }

    @Singleton
    KpiStore kpis(MongoDatabase database, PendingRecords pending) {
        return new MongoKpiStore(database, pending);
    }

    @Singleton
    PortfolioStore portfolio(MongoDatabase database, Clock clock) {
        return new MongoPortfolioStore(database, clock);
    }

    @Singleton
    EpisodeStore episodes(MongoDatabase database) {
        return new MongoEpisodeStore(database);
    }

    @Singleton
    FigureSource figures(MongoDatabase database, Clock clock) {
        return new KpiFigures(database, clock);
    }

    /** Commits finished that a dead process left behind. */
    @Singleton
    Sweep pendingSweep(PendingRecords pending, Clock clock) {
        return new Sweep(
                "pending",
                PENDING_PERIOD,
                () -> pending.finishOlderThan(clock.instant().minus(PENDING_AGE)));
    }

    /** Old answers forgotten. */
    @Singleton
    Sweep requestsSweep(MongoDatabase database, Clock clock) {
        return new Sweep(
                "requests",
                REQUESTS_PERIOD,
                () -> database.getCollection(Collections.REQUESTS)
                        .deleteMany(Filters.lt("at", clock.instant().minus(REQUESTS_KEPT))));
    }

    @Singleton
    Preparation indexes(MongoDatabase database) {
        return () -> Collections.prepare(database);
    }
}
