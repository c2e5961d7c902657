package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.drumbeat.partners.IngestionToken;
import dev.drumbeat.partners.Partnership;
import dev.drumbeat.partners.TokenStore;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Side;
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
import org.bson.conversions.Bson;

/** Ingestion tokens in the collection {@code ingestionTokens}. */
@Singleton
final class MongoTokens extends MongoAggregates<IngestionToken> implements TokenStore {
    private static final String SORT_KEY = "sortKey";
    private static final String LAST_USED_AT = "lastUsedAt";
    private static final String PARTNERSHIP = "partnership";
    private static final String SECRET_HASH = "secretHash";

    MongoTokens(MongoDatabase database, AuditTrail trail) {
        super(database, IngestionToken.COLLECTION, trail);
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
                .map(this::read);
    }

    @Override
    public Page<IngestionToken> list(Scope scope, Page.Wanted wanted) {
        Bson inPartnership = Filters.eq(PARTNERSHIP, ResourceName.id(scope.partnership(), Partnership.COLLECTION));
        Bson filter = wanted.after().isEmpty()
                ? inPartnership
                : Filters.and(inPartnership, Filters.lt(SORT_KEY, wanted.after()));
        List<Document> found = documents
                .find(filter)
                .sort(Sorts.descending(SORT_KEY))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, document -> Doc.text(document, SORT_KEY)).map(this::read);
    }

    @Override
    public void touch(IngestionToken token, Instant at) {
        documents.updateOne(Filters.eq(Revisions.ID, token.id()), Updates.set(LAST_USED_AT, at));
    }

    @Override
    protected String id(IngestionToken token) {
        return token.id();
    }

    @Override
    protected Document write(IngestionToken token) {
        Document document = new Document(PARTNERSHIP, token.partnership())
                .append(SORT_KEY, "%015d-%s".formatted(token.createdAt().toEpochMilli(), token.id()))
                .append("displayName", token.displayName())
                .append("side", token.side().name())
                .append("company", token.company())
                .append("recordableKpis", token.recordableKpis())
                .append("salt", token.salt())
                .append(SECRET_HASH, token.secretHash())
                .append("createdAt", token.createdAt())
                .append("expiresAt", token.expiresAt());
        Doc.put(document, "revokedAt", token.revokedAt());
        Doc.put(document, LAST_USED_AT, token.lastUsedAt());
        return document;
    }

    @Override
    protected IngestionToken read(Document document) {
        return new IngestionToken(
                Doc.text(document, Revisions.ID),
                Doc.text(document, PARTNERSHIP),
                Doc.text(document, "displayName"),
                Doc.name(document, "side", Side.class),
                Doc.text(document, "company"),
                Doc.texts(document, "recordableKpis"),
                Doc.text(document, "salt"),
                Doc.text(document, SECRET_HASH),
                Doc.instant(document, "createdAt"),
                Doc.instant(document, "expiresAt"),
                Doc.optionalInstant(document, "revokedAt").orElse(null),
                Doc.optionalInstant(document, LAST_USED_AT).orElse(null));
    }
}
