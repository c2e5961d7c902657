package dev.drumbeat.partners.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.drumbeat.partners.Aggregates;
import dev.drumbeat.partners.Versioned;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.RequestLog;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Outbox;
import dev.drumbeat.platform.mongo.Revisions;
import dev.drumbeat.platform.process.Preparation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Keeps things of one kind, each in one document. Every document has, beside what is the kind's own: {@code revision},
 * {@code createdKey} and {@code createdHash} of the request that made it, {@code requests} it has answered since, {@code outbox}.
 *
 * @param <D> the document, a record
 */
abstract class MongoAggregates<T, D> implements Aggregates<T>, Preparation {
    static final String CREATED_KEY = "createdKey";
    static final String SORT_KEY = "sortKey";

    final MongoCollection<D> documents;
    private final Outbox outbox;

    /** The part that all documents have. */
    record Book(
            long revision,
            String createdKey,
            String createdHash,
            List<RequestLog.Answered> requests,
            List<AuditEvent> outbox,
            @Nullable Instant outboxAt) {
        static Book of(Versioned<?> kept) {
            return new Book(
                    kept.revision(),
                    kept.created().key(),
                    kept.created().contentHash(),
                    kept.requests().answered(),
                    kept.untold(),
                    kept.untold().isEmpty() ? null : kept.untold().getFirst().occurredAt());
        }

        <T> Versioned<T> versioned(T value) {
            return new Versioned<>(
                    value, revision, new Request(createdKey, createdHash), new RequestLog(requests), outbox);
        }
    }

    MongoAggregates(MongoCollection<D> documents, AuditTrail trail) {
        this.documents = documents;
        this.outbox = new Outbox(documents, trail);
    }

    abstract String id(T value);

    abstract D document(Versioned<T> kept);

    abstract Versioned<T> versioned(D document);

    /** Where a request's key is looked for; the partnership first where the collection has one. */
    Bson madeByFilter(Request request) {
        return Filters.eq(CREATED_KEY, request.key());
    }

    @Override
    public void prepare() {
        outbox.prepare();
    }

    final void unique(String name, String... fields) {
        documents.createIndex(
                Indexes.ascending(fields), new IndexOptions().name(name).unique(true));
    }

    final void index(String name, String... fields) {
        documents.createIndex(Indexes.ascending(fields), new IndexOptions().name(name));
    }

    final int sweep(Instant notAfter) {
        return outbox.sweep(notAfter);
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
}
