package dev.drumbeat.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.drumbeat.platform.domain.AuditEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the audit events that a document holds in its {@code outbox} over to the audit trail. A document with such events also
 * has {@code outboxAt}; both are written in the same atomic write as the change they tell of, so no change goes untold.
 * Carrying happens right after the write and, should that fail, by {@link #sweep}; twice is harmless.
 */
public final class Outbox {
    public static final String EVENTS = "outbox";
    public static final String SINCE = "outboxAt";

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 100;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final MongoCollection<Pending> documents;
    private final AuditTrail trail;

    /** What is looked at of a document with untold events; its own kind does not matter. */
    public record Pending(@BsonId String id, long revision, List<AuditEvent> outbox) {}

    public Outbox(MongoCollection<?> documents, AuditTrail trail) {
        this.documents = documents.withDocumentClass(Pending.class);
        this.trail = trail;
    }

    public void prepare() {
        documents.createIndex(
                Indexes.ascending(SINCE),
                new IndexOptions().name("outbox_since").sparse(true));
    }

    /** After a write: tells its events. A failure is left to the sweep, as the write itself has succeeded. */
    public void relay(String id, long revision, List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            carry(new Pending(id, revision, events));
        } catch (MongoException e) {
            LOG.warn(
                    "audit events of a {} stay in its outbox for now",
                    documents.getNamespace().getCollectionName(),
                    e);
        }
    }

    /** Tells the events of all documents that hold any since before {@code notAfter}; gives how many documents. */
    public int sweep(Instant notAfter) {
        List<Pending> waiting = documents
                .find(Filters.lte(SINCE, notAfter))
                .projection(Projections.include(Revisions.REVISION, EVENTS))
                .limit(BATCH)
                .into(new ArrayList<>());
        waiting.forEach(this::carry);
        return waiting.size();
    }

    /** What waits now: how many documents, and since when the first of them. */
    public record Backlog(long documents, Optional<Instant> oldest) {}

    /** What waits now. */
    public Backlog backlog() {
        Document oldest = documents
                .withDocumentClass(Document.class)
                .find(Filters.lte(SINCE, FAR))
                .projection(Projections.include(SINCE))
                .sort(Sorts.ascending(SINCE))
                .limit(1)
                .first();
        return oldest == null
                ? new Backlog(0, Optional.empty())
                : new Backlog(
                        documents.countDocuments(Filters.lte(SINCE, FAR)), Optional.of(Doc.instant(oldest, SINCE)));
    }

    private void carry(Pending pending) {
        trail.append(pending.outbox());
        // A later write has put more into the outbox: its own relay empties it.
        documents.updateOne(
                Revisions.unchanged(pending.id(), pending.revision()),
                Updates.combine(Updates.set(EVENTS, List.of()), Updates.unset(SINCE)));
    }
}
