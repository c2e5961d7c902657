package dev.drumbeat.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.drumbeat.platform.domain.Ids;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** Every way in which a service writes, done once on a document that is gone again at the end. */
public final class FirstWrites {
    /** Where leases are, which are nobody's data; no lease has such a name. */
    private static final String COLLECTION = "leases";

    private static final String ORDER = "until";

    private FirstWrites() {}

    public static void make(MongoDatabase database) {
        MongoCollection<Document> documents = database.getCollection(COLLECTION);
        String id = "warm-up-" + Ids.random();
        Document document =
                new Document(Revisions.ID, id).append(Revisions.REVISION, 1L).append(ORDER, Instant.EPOCH);
        try {
            Revisions.insert(documents, document);
            Revisions.insertMissing(documents, List.of(document));
            Revisions.replace(documents, id, 1, new Document(document).append(Revisions.REVISION, 2L));
            Revisions.replaceOlder(documents, ORDER, document);
            documents.updateOne(Revisions.unchanged(id, 2), Updates.set(ORDER, Instant.EPOCH));
            documents.find(Filters.eq(Revisions.ID, id)).first();
        } finally {
            documents.deleteOne(Filters.eq(Revisions.ID, id));
        }
    }
}
