package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.drumbeat.partners.Session;
import dev.drumbeat.partners.SessionStore;
import dev.drumbeat.platform.mongo.Revisions;
import dev.drumbeat.platform.process.Preparation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Sessions in the collection {@code sessions}, by the hash of their secret. */
@Singleton
final class MongoSessions implements SessionStore, Preparation {
    private static final String PERSON = "person";
    private static final String OPENED_AT = "openedAt";
    private static final String LAST_SEEN_AT = "lastSeenAt";

    private final MongoCollection<SessionDocument> documents;

    /**
     * @param browser null in sessions older than the question
     * @param address the same
     */
    public record SessionDocument(
            @BsonId String secretHash,
            String person,
            long epoch,
            Instant openedAt,
            Instant lastSeenAt,
            @Nullable String browser,
            @Nullable String address) {
        static SessionDocument of(Session session) {
            return new SessionDocument(
                    session.secretHash(),
                    session.person(),
                    session.epoch(),
                    session.openedAt(),
                    session.lastSeenAt(),
                    session.place().browser(),
                    session.place().address());
        }

        Session session() {
            Session.Place place =
                    new Session.Place(Objects.requireNonNullElse(browser, ""), Objects.requireNonNullElse(address, ""));
            return new Session(secretHash, person, epoch, openedAt, lastSeenAt, place);
        }
    }

    MongoSessions(MongoDatabase database) {
        this.documents = database.getCollection("sessions", SessionDocument.class);
    }

    @Override
    public void prepare() {
        documents.createIndex(Indexes.ascending(OPENED_AT), new IndexOptions().name("opened_at"));
        documents.createIndex(Indexes.ascending(PERSON), new IndexOptions().name("person"));
    }

    @Override
    public void open(Session session) {
        documents.insertOne(SessionDocument.of(session));
    }

    @Override
    public Optional<Session> find(String secretHash) {
        return Optional.ofNullable(
                        documents.find(Filters.eq(Revisions.ID, secretHash)).first())
                .map(SessionDocument::session);
    }

    @Override
    public List<Session> ofPerson(String person) {
        return documents
                .find(Filters.eq(PERSON, person))
                .map(SessionDocument::session)
                .into(new ArrayList<>());
    }

    @Override
    public void touch(Session session, Instant at) {
        documents.updateOne(
                Filters.and(Filters.eq(Revisions.ID, session.secretHash()), Filters.lt(LAST_SEEN_AT, at)),
                Updates.set(LAST_SEEN_AT, at));
    }

    @Override
    public void keep(Session session) {
        documents.updateOne(Filters.eq(Revisions.ID, session.secretHash()), Updates.set("epoch", session.epoch()));
    }

    @Override
    public void end(String secretHash) {
        documents.deleteOne(Filters.eq(Revisions.ID, secretHash));
    }

    @Override
    public void forget(Instant openedBefore) {
        documents.deleteMany(Filters.lt(OPENED_AT, openedBefore));
    }
}
