package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.drumbeat.partners.AttemptStore;
import dev.drumbeat.partners.Attempts;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.mongo.Revisions;
import dev.drumbeat.platform.process.Preparation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Failed sign-ins in the collection {@code signInAttempts}, one document for each account. */
@Singleton
final class MongoAttempts implements AttemptStore, Preparation {
    private static final int TRIES = 20;
    private static final String LAST_AT = "lastAt";

    private final MongoCollection<AttemptsDocument> documents;

    public record AttemptsDocument(
            @BsonId String account, long revision, int failures, Instant lastAt, Instant notBefore) {
        static AttemptsDocument of(String account, long revision, Attempts attempts) {
            return new AttemptsDocument(
                    account, revision, attempts.failures(), attempts.lastAt(), attempts.notBefore());
        }

        Attempts attempts() {
            return new Attempts(failures, lastAt, notBefore);
        }
    }

    MongoAttempts(MongoDatabase database) {
        this.documents = database.getCollection("signInAttempts", AttemptsDocument.class);
    }

    @Override
    public void prepare() {
        documents.createIndex(Indexes.ascending(LAST_AT), new IndexOptions().name("last_at"));
    }

    @Override
    public Attempts update(String account, UnaryOperator<Attempts> decision) {
        for (int i = 0; i < TRIES; i++) {
            @Nullable
            AttemptsDocument before =
                    documents.find(Filters.eq(Revisions.ID, account)).first();
            Attempts next = decision.apply(before == null ? Attempts.none() : before.attempts());
            boolean written = before == null
                    ? Revisions.insert(documents, AttemptsDocument.of(account, 1, next))
                    : Revisions.replace(
                            documents,
                            account,
                            before.revision(),
                            AttemptsDocument.of(account, before.revision() + 1, next));
            if (written) {
                return next;
            }
        }
        throw Refusal.unavailable("Sign-in");
    }

    @Override
    public void clear(String account) {
        documents.deleteOne(Filters.eq(Revisions.ID, account));
    }

    @Override
    public void forget(Instant lastBefore) {
        documents.deleteMany(Filters.lt(LAST_AT, lastBefore));
    }
}
