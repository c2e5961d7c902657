package dev.drumbeat.cadence.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.drumbeat.cadence.CalendarFeed;
import dev.drumbeat.cadence.FeedStore;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Calendar feeds in the collection {@code calendarFeeds}. */
@Singleton
final class MongoFeeds extends MongoAggregates<CalendarFeed> implements FeedStore {
    private static final String PERSON = "person";
    private static final String SECRET_HASH = "secretHash";
    private static final String CREATED_AT = "createdAt";
    private static final String LAST_READ_AT = "lastReadAt";

    MongoFeeds(MongoDatabase database, AuditTrail trail) {
        super(database, CalendarFeed.COLLECTION, trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("secret_hash", SECRET_HASH);
        index("person_created", PERSON, CREATED_AT);
    }

    @Override
    public Optional<CalendarFeed> findBySecretHash(String secretHash) {
        return Optional.ofNullable(
                        documents.find(Filters.eq(SECRET_HASH, secretHash)).first())
                .map(this::read);
    }

    @Override
    public List<CalendarFeed> of(String person) {
        return documents
                .find(Filters.eq(PERSON, person))
                .sort(Sorts.descending(CREATED_AT))
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public void touch(CalendarFeed feed, Instant at) {
        documents.updateOne(Filters.eq(Revisions.ID, feed.id()), Updates.set(LAST_READ_AT, at));
    }

    @Override
    protected String id(CalendarFeed feed) {
        return feed.id();
    }

    @Override
    protected Document write(CalendarFeed feed) {
        Document document = new Document(PERSON, feed.person())
                .append("displayName", feed.displayName())
                .append(SECRET_HASH, feed.secretHash())
                .append(CREATED_AT, feed.createdAt())
                .append("expiresAt", feed.expiresAt());
        Doc.put(document, "revokedAt", feed.revokedAt());
        Doc.put(document, LAST_READ_AT, feed.lastReadAt());
        return document;
    }

    @Override
    protected CalendarFeed read(Document document) {
        return new CalendarFeed(
                Doc.text(document, Revisions.ID),
                Doc.text(document, PERSON),
                Doc.text(document, "displayName"),
                Doc.text(document, SECRET_HASH),
                Doc.instant(document, CREATED_AT),
                Doc.instant(document, "expiresAt"),
                Doc.optionalInstant(document, "revokedAt").orElse(null),
                Doc.optionalInstant(document, LAST_READ_AT).orElse(null));
    }
}
