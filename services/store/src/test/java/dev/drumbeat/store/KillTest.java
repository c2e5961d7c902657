package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the process in the middle of many writes, again and again on the same file. More rounds:
 * {@code -Dstore.kill.rounds=100}.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("store.kill.rounds", 5);
    private static final int WRITERS = 12;
    private static final int MOST_WRITES_BEFORE_KILL = 1_500;

    @TempDir
    Path directory;

    /** What the store has confirmed to one writer: the version of each of its documents. */
    private final List<Map<Integer, Integer>> confirmed = new ArrayList<>();

    @Test
    void nothing_confirmed_is_lost_and_no_index_has_a_hole() throws Exception {
        for (int writer = 0; writer < WRITERS; writer++) {
            confirmed.add(new HashMap<>());
        }
        RandomGenerator random = RandomGenerator.getDefault();
        Path file = directory.resolve("store.mv.db");
        for (int round = 0; round < ROUNDS; round++) {
            try (StoreProcess store = StoreProcess.start(file);
                    MongoClient client = MongoClients.create(store.uri())) {
                verify(client);
                writeUntilKilled(store, client, random.nextInt(1, MOST_WRITES_BEFORE_KILL));
            }
        }
        try (StoreProcess store = StoreProcess.start(file);
                MongoClient client = MongoClients.create(store.uri())) {
            verify(client);
        }
        assertThat(confirmed).allSatisfy(own -> assertThat(own).isNotEmpty());
    }

    private void writeUntilKilled(StoreProcess store, MongoClient client, int writes) throws Exception {
        MongoCollection<Document> collection = collection(client);
        collection.createIndex(Indexes.ascending("writer", "number"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.compoundIndex(Indexes.descending("version"), Indexes.ascending("tags")));
        collection.createIndex(Indexes.ascending("even"), new IndexOptions().sparse(true));
        CountDownLatch left = new CountDownLatch(writes);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                running.add(writers.submit(() -> write(collection, own, left)));
            }
            left.await();
            store.kill();
            for (Future<?> writer : running) {
                writer.get();
            }
        }
    }

    /** Writes new documents and changes old ones until the connection breaks. */
    private void write(MongoCollection<Document> collection, int writer, CountDownLatch left) {
        Map<Integer, Integer> own = confirmed.get(writer);
        try {
            for (int step = 0; ; step++) {
                if (step % 3 == 0 || own.isEmpty()) {
                    int number = own.size();
                    collection.replaceOne( // it may be there, unconfirmed, from before a kill
                            Filters.eq("_id", id(writer, number)),
                            new Document("writer", writer)
                                    .append("number", number)
                                    .append("version", 0)
                                    .append("tags", List.of("new", number)),
                            new ReplaceOptions().upsert(true));
                    own.put(number, 0);
                } else {
                    int number = step % own.size();
                    Document after = collection.findOneAndUpdate(
                            Filters.eq("_id", id(writer, number)),
                            Updates.combine(
                                    Updates.inc("version", 1),
                                    Updates.set("tags", List.of("changed", step, step + 1)),
                                    step % 2 == 0 ? Updates.set("even", step) : Updates.unset("even")),
                            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
                    own.put(number, Objects.requireNonNull(after).getInteger("version"));
                }
                left.countDown();
            }
        } catch (MongoException e) {
            return; // killed
        }
    }

    private void verify(MongoClient client) {
        MongoCollection<Document> collection = collection(client);
        Map<String, Integer> found = new HashMap<>();
        collection.find().forEach(document -> found.put(document.getString("_id"), document.getInteger("version")));
        for (int writer = 0; writer < WRITERS; writer++) {
            for (Map.Entry<Integer, Integer> document : confirmed.get(writer).entrySet()) {
                String id = id(writer, document.getKey());
                assertThat(found).containsKey(id);
                // one more may have been written and not confirmed; having been read, it counts from now on
                assertThat(found.get(id)).isBetween(document.getValue(), document.getValue() + 1);
                document.setValue(found.get(id));
            }
        }
        if (!found.isEmpty()) {
            TestStore.assertWhole(collection, client.getDatabase("kill"));
        }
    }

    private static String id(int writer, int number) {
        return writer + "-" + number;
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("kill").getCollection("documents");
    }
}
