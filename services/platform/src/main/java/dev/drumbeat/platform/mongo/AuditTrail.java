package dev.drumbeat.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.AuditFilter;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;

/** The append-only audit trail of one service, by partnership, newest first. Writing an event twice is harmless. */
public final class AuditTrail {
    public static final String COLLECTION = "audit";

    private static final String POSITION_TIME = "%015d";

    private final MongoCollection<Entry> entries;

    /** @param position orders the trail: milliseconds, then the id */
    public record Entry(
            @BsonId String id,
            String partnership,
            String position,
            Instant occurredAt,
            Actor actor,
            String action,
            String subject,
            String beforeJson,
            String afterJson,
            String reason) {
        static Entry of(AuditEvent event) {
            return new Entry(
                    event.id(),
                    event.partnership(),
                    (POSITION_TIME + "-%s").formatted(event.occurredAt().toEpochMilli(), event.id()),
                    event.occurredAt(),
                    event.actor(),
                    event.action(),
                    event.subject(),
                    event.beforeJson(),
                    event.afterJson(),
                    event.reason());
        }

        AuditEvent event() {
            return new AuditEvent(id, partnership, occurredAt, actor, action, subject, beforeJson, afterJson, reason);
        }
    }

    public AuditTrail(MongoDatabase database) {
        this.entries = database.getCollection(COLLECTION, Entry.class);
    }

    public void prepare() {
        entries.createIndex(
                Indexes.compoundIndex(Indexes.ascending("partnership"), Indexes.descending("position")),
                new IndexOptions().name("partnership_newest"));
        entries.createIndex(
                Indexes.compoundIndex(Indexes.ascending("partnership", "subject"), Indexes.descending("position")),
                new IndexOptions().name("partnership_subject_newest"));
    }

    public void append(List<AuditEvent> events) {
        Revisions.insertMissing(entries, events.stream().map(Entry::of).toList());
    }

    public Page<AuditEvent> list(Scope scope, Page.Wanted wanted) {
        return list(scope, AuditFilter.NONE, wanted);
    }

    /** The trail of one partnership: whole for its members, metadata only for an administrator. */
    public Page<AuditEvent> list(Scope scope, AuditFilter filter, Page.Wanted wanted) {
        if (scope.may(Activity.READ_AUDIT)) {
            return read(scope.partnership(), filter, wanted);
        }
        scope.require(Activity.READ_AUDIT_METADATA);
        return read(scope.partnership(), filter, wanted).map(AuditEvent::metadata);
    }

    /** The installation's own trail, for administrators, metadata only. */
    public Page<AuditEvent> listInstallation(Caller caller, AuditFilter filter, Page.Wanted wanted) {
        caller.requireInstallation(Activity.READ_AUDIT_METADATA);
        return read("", filter, wanted).map(AuditEvent::metadata);
    }

    private Page<AuditEvent> read(String partnership, AuditFilter filter, Page.Wanted wanted) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.eq("partnership", partnership)));
        if (!filter.subject().isEmpty()) {
            filters.add(Filters.eq("subject", filter.subject()));
        }
        if (!filter.action().isEmpty()) {
            filters.add(Filters.gte("action", filter.action()));
            filters.add(Filters.lt("action", filter.action() + Character.MAX_VALUE));
        }
        if (!filter.actor().isEmpty()) {
            filters.add(Filters.eq("actor.subject", filter.actor()));
        }
        // By the index: position begins with the time.
        if (filter.from() != null) {
            filters.add(Filters.gte(
                    "position", POSITION_TIME.formatted(filter.from().toEpochMilli())));
        }
        if (filter.until() != null) {
            filters.add(Filters.lt(
                    "position", POSITION_TIME.formatted(filter.until().toEpochMilli())));
        }
        if (!wanted.after().isEmpty()) {
            filters.add(Filters.lt("position", wanted.after()));
        }
        List<Entry> found = entries.find(Filters.and(filters))
                .sort(Sorts.descending("position"))
                .limit(wanted.size() + 1)
                .into(new ArrayList<>());
        return Page.of(found, wanted, Entry::position).map(Entry::event);
    }
}
