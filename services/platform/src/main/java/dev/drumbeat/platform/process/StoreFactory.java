package dev.drumbeat.platform.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.FirstWrites;
import dev.drumbeat.platform.mongo.Leases;
import dev.drumbeat.platform.mongo.Mongo;
import dev.drumbeat.platform.telemetry.Tracing;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The store, one database for each service. */
@Factory
final class StoreFactory {
    /** @param tracing begins before the first connection, which keeps to it */
    @Singleton
    @Bean(preDestroy = "close")
    MongoClient client(@Value("${drumbeat.mongodb-uri:`" + Mongo.DEFAULT_URI + "`}") String uri, Tracing tracing) {
        return Mongo.connect(uri);
    }

    @Singleton
    MongoDatabase database(MongoClient client, @Value("${drumbeat.database}") String name) {
        return client.getDatabase(name);
    }

    @Singleton
    AuditTrail auditTrail(MongoDatabase database) {
        return new AuditTrail(database);
    }

    @Singleton
    Preparation auditTrailPreparation(AuditTrail trail) {
        return trail::prepare;
    }

    @Singleton
    WarmUp firstWrites(MongoDatabase database) {
        return () -> FirstWrites.make(database);
    }

    @Singleton
    Leases leases(MongoDatabase database, Clock clock) {
        return new Leases(database, clock);
    }
}
