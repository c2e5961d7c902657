package dev.drumbeat.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.drumbeat.platform.domain.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;

/**
 * Who of several equal processes does a piece of work for now. A lease spares work; it does not guard anything: what is done
 * under it must be harmless when done twice.
 */
public final class Leases {
    /** How far the clocks of two machines may be apart. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private final MongoCollection<Document> leases;
    private final Clock clock;
    private final String holder = Ids.random();

    public Leases(MongoDatabase database, Clock clock) {
        this.leases = database.getCollection("leases");
        this.clock = clock;
    }

    /**
     * True when this process has the lease, for this long from now; asking again prolongs it. One that would run for longer than
     * that was taken by a clock which was ahead, and holds nobody up.
     */
    public boolean acquire(String name, Duration life) {
        Instant now = clock.instant();
        try {
            leases.updateOne(
                    Filters.and(
                            Filters.eq("_id", name),
                            Filters.or(
                                    Filters.eq("holder", holder),
                                    Filters.lte("until", now),
                                    Filters.gt("until", now.plus(life).plus(CLOCK_SKEW)))),
                    Updates.combine(Updates.set("holder", holder), Updates.set("until", now.plus(life))),
                    new UpdateOptions().upsert(true));
            return true;
        } catch (MongoException e) {
            if (MongoFaults.isDuplicate(e)) {
                // Somebody else holds it, so nothing matched and the id was taken.
                return false;
            }
            throw e;
        }
    }
}
