package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.KpiStore;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.process.Preparation;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the store behind the ports. */
@Factory
final class StorageFactory {
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
    Preparation indexes(MongoDatabase database) {
        return () -> Collections.prepare(database);
    }
}
