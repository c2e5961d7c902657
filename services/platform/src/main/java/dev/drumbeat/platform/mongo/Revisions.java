package dev.drumbeat.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes that take effect once: documents have a string {@code _id} and a {@code revision} that grows with every change. */
public final class Revisions {
    public static final String ID = "_id";
    public static final String REVISION = "revision";

    private Revisions() {}

    /** False when a document with this id, or with another unique key of it, is already there. */
    public static <T> boolean insert(MongoCollection<T> collection, T document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoException e) {
            if (MongoFaults.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Replaces the document when it still has the expected revision; false when it has not, or is gone. {@code next} carries the
     * next revision.
     */
    public static <T> boolean replace(MongoCollection<T> collection, String id, long expectedRevision, T next) {
        return collection.replaceOne(unchanged(id, expectedRevision), next).getMatchedCount() == 1;
    }

    /** Inserts those that are not there yet; so a second time changes nothing. */
    public static <T> void insertMissing(MongoCollection<T> collection, List<T> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!MongoFaults.isDuplicate(e)) {
                throw e;
            }
        }
    }

    /** Inserts, or replaces what is older by this member, and never what is newer: a late repeat must not turn anything back. */
    public static void replaceOlder(MongoCollection<Document> collection, String order, Document next) {
        try {
            collection.bulkWrite(List.of(new ReplaceOneModel<>(
                    Filters.and(Filters.eq(next.get(ID)), Filters.lt(order, next.get(order))),
                    next,
                    new ReplaceOptions().upsert(true))));
        } catch (MongoException e) {
            // Nothing older matched and the id was taken: what is there is as new, or newer.
            if (!MongoFaults.isDuplicate(e)) {
                throw e;
            }
        }
    }

    /** The document as long as nobody changed it; add a partnership to it where the collection has one. */
    public static Bson unchanged(String id, long expectedRevision) {
        return Filters.and(Filters.eq(ID, id), Filters.eq(REVISION, expectedRevision));
    }
}
