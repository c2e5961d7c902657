package dev.drumbeat.store;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Takes and restores backups over the wire, of this store and of MongoDB alike. A backup is taken while the store is used:
 * each collection as it was at one moment of the backup, the collections one after another. Every write that was
 * acknowledged before the backup began is in it.
 */
final class Backup {

    private static final Set<String> NOT_OURS = Set.of("admin", "local", "config");
    private static final int BATCH = 500;

    private final MongoClient client;

    Backup(MongoClient client) {
        this.client = client;
    }

    /** @return how many documents it holds */
    long take(Path target, Clock clock) throws IOException {
        try (Archive.Writer archive = new Archive.Writer(target, clock.instant())) {
            for (String name : databases()) {
                MongoDatabase database = client.getDatabase(name);
                for (String collection : database.listCollectionNames().into(new ArrayList<>())) {
                    take(database.getCollection(collection, RawBsonDocument.class), archive);
                }
            }
            archive.finish();
            return archive.documents();
        }
    }

    private static void take(MongoCollection<RawBsonDocument> collection, Archive.Writer archive) throws IOException {
        List<Document> indexes = collection.listIndexes().into(new ArrayList<>());
        indexes.removeIf(index -> "_id_".equals(index.getString("name")));
        indexes.forEach(index -> index.remove("v"));
        archive.collection(
                collection.getNamespace().getDatabaseName(),
                collection.getNamespace().getCollectionName(),
                indexes);
        try (MongoCursor<RawBsonDocument> documents = atOneMoment(collection)) {
            while (documents.hasNext()) {
                archive.document(documents.next());
            }
        }
    }

    private static MongoCursor<RawBsonDocument> atOneMoment(MongoCollection<RawBsonDocument> collection) {
        try {
            return byId(collection.withReadConcern(ReadConcern.SNAPSHOT));
        } catch (MongoCommandException e) { // a MongoDB without replicas has no snapshots
            return byId(collection);
        }
    }

    private static MongoCursor<RawBsonDocument> byId(MongoCollection<RawBsonDocument> collection) {
        return collection.find().sort(Sorts.ascending("_id")).batchSize(BATCH).iterator();
    }

    /** What to do with what is in the store already. */
    enum Existing {
        /** Leave it, and restore nothing. */
        KEEP,
        /** Remove it first. */
        REPLACE
    }

    /** @return how many documents were restored */
    long restore(Path source, Existing existing) throws IOException {
        long documents = Archive.verify(source);
        List<String> used = databases();
        if (!used.isEmpty() && existing == Existing.KEEP) {
            throw new ArchiveException("The store is not empty (it has " + String.join(", ", used)
                    + "); to remove what it has and restore the backup, say --replace");
        }
        used.forEach(name -> client.getDatabase(name).drop());
        Loader loader = new Loader();
        Archive.read(source, loader);
        loader.flush();
        return documents;
    }

    private List<String> databases() {
        List<String> names = client.listDatabaseNames().into(new ArrayList<>());
        names.removeIf(name -> NOT_OURS.contains(name)
                || client.getDatabase(name).listCollectionNames().first() == null);
        return names;
    }

    private final class Loader implements Archive.Reader {
        private final List<RawBsonDocument> batch = new ArrayList<>();
        private MongoCollection<RawBsonDocument> into =
                client.getDatabase("none").getCollection("none", RawBsonDocument.class);

        @Override
        public void collection(String database, String collection, List<Document> indexes) {
            flush();
            client.getDatabase(database).createCollection(collection);
            if (!indexes.isEmpty()) {
                client.getDatabase(database)
                        .runCommand(new Document("createIndexes", collection).append("indexes", indexes));
            }
            into = client.getDatabase(database).getCollection(collection, RawBsonDocument.class);
        }

        @Override
        public void document(RawBsonDocument document) {
            batch.add(document);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        private void flush() {
            if (!batch.isEmpty()) {
                into.insertMany(batch);
                batch.clear();
            }
        }
    }
}
