package dev.drumbeat.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.bson.Document;

/** A store in a directory of its own, and the real driver connected to it. */
final class TestStore implements AutoCloseable {

    private final Path directory;
    private final EmbeddedStore store;
    private final MongoClient client;

    TestStore() {
        try {
            directory = Files.createTempDirectory("drumbeat-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = EmbeddedStore.start(directory);
        client = MongoClients.create(store.uri());
    }

    MongoClient client() {
        return client;
    }

    String uri() {
        return store.uri();
    }

    MongoDatabase database() {
        return client.getDatabase("test");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    static void assertWhole(MongoCollection<Document> collection, MongoDatabase database) {
        Document report = database.runCommand(
                new Document("validate", collection.getNamespace().getCollectionName()));
        if (!report.getBoolean("valid")) {
            throw new AssertionError("indexes and documents disagree: " + report.toJson());
        }
    }

    void assertWhole(MongoCollection<Document> collection) {
        assertWhole(collection, database());
    }

    @Override
    public void close() {
        client.close();
        store.close();
        delete(directory);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
