package dev.drumbeat.incentives.storage;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.Projected;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.process.Preparation;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts the store behind the ports. */
@Factory
final class StorageFactory {
    @Singleton
    @Bean(typed = {MongoBooks.class, dev.drumbeat.platform.mongo.MongoAggregates.class, Books.class})
    MongoBooks books(MongoDatabase database, AuditTrail trail) {
        return new MongoBooks(database, trail);
    }

    @Singleton
    @Bean(typed = {MongoProjections.class, Projected.Store.class})
    MongoProjections projections(MongoDatabase database) {
        return new MongoProjections(database);
    }

    @Singleton
    Preparation projectionIndexes(MongoProjections projections) {
        return projections::prepare;
    }
}
