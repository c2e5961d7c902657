package dev.drumbeat.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.RequestLog;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps things of one kind in one collection, each in one document. Every document has, beside what is the kind's own: {@code
 * _id}, {@code revision}, {@code createdKey} and {@code createdHash} of the request that made it, {@code requests} it has answered
 * since, {@code outbox} with {@code outboxAt} while events wait. A kind writes and reads the rest, and adds its own indexes and
 * questions. Those of the container are swept without more ado.
 */
public abstract class MongoAggregates<T> implements Aggregates<T> {
    protected static final String CREATED_KEY = "createdKey";

    private static final String CREATED_HASH = "createdHash";
    private static final String REQUESTS = "requests";

    protected final MongoCollection<Document> documents;
    private final Outbox outbox;

    protected MongoAggregates(MongoDatabase database, String collection, AuditTrail trail) {
        this.documents = database.getCollection(collection);
        this.outbox = new Outbox(documents, trail);
    }

    protected abstract String id(T value);

    /** The kind's own members of the document. */
    protected abstract Document write(T value);

    protected abstract T read(Document document);

    /** Where a request's key is looked for; the partnership first where the collection has one. */
    protected Bson madeByFilter(Request request) {
        return Filters.eq(CREATED_KEY, request.key());
    }

    /** Makes the indexes; a kind adds its own, a unique one that begins with what {@link #madeByFilter} asks for among them. */
    public void prepare() {
        outbox.prepare();
    }

    protected final void unique(String name, String... fields) {
        documents.createIndex(
                Indexes.ascending(fields), new IndexOptions().name(name).unique(true));
    }

    protected final void index(String name, String... fields) {
        documents.createIndex(Indexes.ascending(fields), new IndexOptions().name(name));
    }

    /** Only what has the field is in the index. */
    protected final void sparse(String name, String field) {
        documents.createIndex(
                Indexes.ascending(field), new IndexOptions().name(name).sparse(true));
    }

    /** Tells the events that were to be told by then and were not; gives of how many documents. */
    public final int sweep(Instant notAfter) {
        return outbox.sweep(notAfter);
    }

    /** Whose events wait to be told. */
    public final Outbox.Backlog backlog() {
        return outbox.backlog();
    }

    @Override
    public final Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(documents.find(Filters.eq(Revisions.ID, id)).first())
                .map(this::versioned);
    }

    @Override
    public final Optional<Versioned<T>> madeBy(Request request) {
        return Optional.ofNullable(documents.find(madeByFilter(request)).first())
                .map(this::versioned);
    }

    @Override
    public final boolean create(Versioned<T> first) {
        boolean created = Revisions.insert(documents, document(first));
        if (created) {
            outbox.relay(id(first.value()), first.revision(), first.untold());
        }
        return created;
    }

    @Override
    public final boolean replace(Versioned<T> before, Versioned<T> next) {
        boolean replaced = Revisions.replace(documents, id(before.value()), before.revision(), document(next));
        if (replaced) {
            outbox.relay(id(next.value()), next.revision(), next.untold());
        }
        return replaced;
    }

    protected final Versioned<T> versioned(Document document) {
        return new Versioned<>(
                read(document),
                Doc.longInteger(document, Revisions.REVISION),
                new Request(Doc.text(document, CREATED_KEY), Doc.text(document, CREATED_HASH)),
                new RequestLog(Doc.list(document, REQUESTS, DomainDocuments::answered)),
                Doc.list(document, Outbox.EVENTS, DomainDocuments::event));
    }

    private Document document(Versioned<T> kept) {
        Document document = new Document(Revisions.ID, id(kept.value()));
        document.putAll(write(kept.value()));
        document.append(Revisions.REVISION, kept.revision())
                .append(CREATED_KEY, kept.created().key())
                .append(CREATED_HASH, kept.created().contentHash())
                .append(REQUESTS, Doc.documents(kept.requests().answered(), DomainDocuments::answered));
        if (!kept.untold().isEmpty()) {
            document.append(Outbox.EVENTS, Doc.documents(kept.untold(), DomainDocuments::event))
                    .append(Outbox.SINCE, kept.untold().getFirst().occurredAt());
        }
        return document;
    }
}
