package dev.drumbeat.incentives.storage;

import com.mongodb.client.MongoDatabase;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.Projected;
import dev.drumbeat.platform.mongo.AuditTrail;

/** The storage as the container wires it, for tests. */
public final class Stores {
    private Stores() {}

    public static Books books(MongoDatabase database) {
        AuditTrail trail = new AuditTrail(database);
        trail.prepare();
        MongoBooks books = new MongoBooks(database, trail);
        books.prepare();
        return books;
    }

    public static Projected.Store projections(MongoDatabase database) {
        MongoProjections projections = new MongoProjections(database);
        projections.prepare();
        return projections;
    }
}
