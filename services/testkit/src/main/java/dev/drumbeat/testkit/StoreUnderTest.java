package dev.drumbeat.testkit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.mongo.Mongo;
import dev.drumbeat.store.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own, through the real driver and a real wire: on the MongoDB that {@code MONGODB_TEST_URI} names, else on the
 * embedded store inside this process.
 */
public final class StoreUnderTest implements AutoCloseable {
    private final MongoDatabase database;

    private StoreUnderTest(MongoDatabase database) {
        this.database = database;
    }

    /** Empty, and shared with nobody. */
    public static StoreUnderTest open() {
        return new StoreUnderTest(Shared.CLIENT.getDatabase("test-" + Ids.random()));
    }

    public MongoDatabase database() {
        return database;
    }

    /** Where a process finds this database, by its name. */
    public String uri() {
        return Shared.URI;
    }

    @Override
    public void close() {
        database.drop();
    }

    /** One connection for all tests of a run; it ends with the process. */
    private static final class Shared {
        private static final String URI = start();
        private static final MongoClient CLIENT = Mongo.connect(URI);

        private static String start() {
            @Nullable String given = System.getenv("MONGODB_TEST_URI");
            if (given != null && !given.isBlank()) {
                return given;
            }
            try {
                Path directory = Files.createTempDirectory("drumbeat-store");
                EmbeddedStore store = EmbeddedStore.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(store, directory)));
                return store.uri();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void remove(EmbeddedStore store, Path directory) {
            store.close();
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
