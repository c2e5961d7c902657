package dev.drumbeat.actions.storage;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.actions.ActionStore.Changed;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What watchers are told of a collection: which documents changed since a moment, the earliest first. */
final class ChangedDocuments {
    static final String PARTNERSHIP = "partnership";

    private ChangedDocuments() {}

    /** @param changedAt the field, led by an index, that says when */
    static List<Changed> after(MongoCollection<Document> documents, String changedAt, Instant moment, int atMost) {
        return documents
                .find(gt(changedAt, moment))
                .projection(Projections.include(PARTNERSHIP, changedAt, Revisions.REVISION))
                .sort(Sorts.ascending(changedAt))
                .limit(atMost)
                .map(document -> new Changed(
                        Doc.text(document, Revisions.ID),
                        Doc.text(document, PARTNERSHIP),
                        Doc.longInteger(document, Revisions.REVISION),
                        Doc.instant(document, changedAt)))
                .into(new ArrayList<>());
    }
}
