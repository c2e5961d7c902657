package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.kpis.EpisodeStore;
import dev.drumbeat.kpis.KpiStore;
import dev.drumbeat.kpis.PortfolioStore;
import dev.drumbeat.platform.mongo.AuditTrail;
import java.time.Clock;

/** The storage as the container wires it, for tests. */
public final class Stores {
    private Stores() {}

    public static KpiStore kpis(MongoDatabase database, Clock clock) {
        AuditTrail trail = new AuditTrail(database);
        trail.prepare();
        Collections.prepare(database);
        return new MongoKpiStore(database, new PendingRecords(database, trail, clock));
    }

    public static EpisodeStore episodes(MongoDatabase database) {
        return new MongoEpisodeStore(database);
    }

    public static PortfolioStore portfolio(MongoDatabase database, Clock clock) {
        return new MongoPortfolioStore(database, clock);
    }
}
