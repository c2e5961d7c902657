package dev.drumbeat.testkit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.mongo.Mongo;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own, through the real driver and a real wire: on the MongoDB that {@code MONGODB_TEST_URI} names, else on a
 * store inside this process.
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

    @Override
    public void close() {
        database.drop();
    }

    /** One connection for all tests of a run; it ends with the process. */
    private static final class Shared {
        private static final MongoClient CLIENT = Mongo.connect(uri());

        private static String uri() {
            @Nullable String given = System.getenv("MONGODB_TEST_URI");
            if (given != null && !given.isBlank()) {
                return given;
            }
            MongoServer server = new MongoServer(new MemoryBackend());
            InetSocketAddress address = server.bind();
            return "mongodb://127.0.0.1:" + address.getPort() + "/?retryWrites=false";
        }
    }
}
