package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.drumbeat.partners.IngestionToken;
import dev.drumbeat.partners.Partnership;
import dev.drumbeat.partners.TokenStore;
import dev.drumbeat.partners.Versioned;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.RequestLog;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Revisions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Ingestion tokens in the collection {@code ingestionTokens}. */
@Singleton
final class MongoTokens extends MongoAggregates<IngestionToken, MongoTokens.TokenDocument> implements TokenStore {
    private static final String PARTNERSHIP = "partnership";
    private static final String SECRET_HASH = "secretHash";

    public record TokenDocument(
            @BsonId String id,
            String partnership,
            String sortKey,
            String displayName,
            Side side,
            String company,
            List<String> recordableKpis,
            String salt,
            String secretHash,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt,
            long revision,
            String createdKey,
            String createdHash,
            List<RequestLog.Answered> requests,
            List<AuditEvent> outbox,
            @Nullable Instant outboxAt) {}

    MongoTokens(MongoDatabase database, AuditTrail trail) {
        super(database.getCollection(IngestionToken.COLLECTION, TokenDocument.class), trail);
    }

    @Override
    public void prepare() {
        super.prepare();
        unique("created_key", CREATED_KEY);
        unique("secret_hash", SECRET_HASH);
        unique("partnership_sort_key", PARTNERSHIP, SORT_KEY);
    }

    @Override
    public Optional<IngestionToken> findBySecretHash(String secretHash) {
        return Optional.ofNullable(
                        documents.find(Filters.eq(SECRET_HASH, secretHash)).first())
                .map(MongoTokens::token);
    }

    @Override
    public Page<IngestionToken> list(Scope scope, Page.Wanted wanted) {
        Bson inPartnership = Filters.eq(PARTNERSHIP, ResourceName.id(scope.partnership(), Partnership.COLLECTION));
        Bson filter = wanted.after().isEmpty()
                ? inPartnership
                : Filters.and(inPartnership, Filters.lt(SORT_KEY, wanted.after()));
        List<TokenDocument> found = documents
                .find(filter)
                .sort(Sorts.descending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, TokenDocument::sortKey).map(MongoTokens::token);
    }

    @Override
    public void touch(IngestionToken token, Instant at) {
        documents.updateOne(Filters.eq(Revisions.ID, token.id()), Updates.set("lastUsedAt", at));
    }

    @Override
    String id(IngestionToken token) {
        return token.id();
    }

    @Override
    TokenDocument document(Versioned<IngestionToken> kept) {
        IngestionToken token = kept.value();
        Book book = Book.of(kept);
        return new TokenDocument(
                token.id(),
                token.partnership(),
                "%015d-%s".formatted(token.createdAt().toEpochMilli(), token.id()),
                token.displayName(),
                token.side(),
                token.company(),
                token.recordableKpis(),
                token.salt(),
                token.secretHash(),
                token.createdAt(),
                token.expiresAt(),
                token.revokedAt(),
                token.lastUsedAt(),
                book.revision(),
                book.createdKey(),
                book.createdHash(),
                book.requests(),
                book.outbox(),
                book.outboxAt());
    }

    @Override
    Versioned<IngestionToken> versioned(TokenDocument document) {
        return new Book(
                        document.revision(),
                        document.createdKey(),
                        document.createdHash(),
                        document.requests(),
                        document.outbox(),
                        document.outboxAt())
                .versioned(token(document));
    }

    private static IngestionToken token(TokenDocument document) {
        return new IngestionToken(
                document.id(),
                document.partnership(),
                document.displayName(),
                document.side(),
                document.company(),
                document.recordableKpis(),
                document.salt(),
                document.secretHash(),
                document.createdAt(),
                document.expiresAt(),
                document.revokedAt(),
                document.lastUsedAt());
    }
}
