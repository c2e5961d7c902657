package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What kill -9 can't show, as the operating system still has what the process wrote: that a reply waits for the disk. */
class PowerCutTest {

    private static final int ROUNDS = Integer.getInteger("store.powercut.rounds", 12);
    private static final int WRITERS = 6;
    private static final int DOCUMENTS_EACH = 40;

    /** Space is won back and written over all the time. */
    private static final Maintenance.Pace BUSY = new Maintenance.Pace(Duration.ZERO, Duration.ofMillis(5));

    private final Map<String, Integer> confirmed = new ConcurrentHashMap<>();

    @Test
    void nothing_confirmed_is_lost_when_the_power_fails() throws Exception {
        RandomGenerator random = RandomGenerator.getDefault();
        byte[] content = new byte[0];
        for (int round = 0; round < ROUNDS; round++) {
            try (EmbeddedStore store = EmbeddedStore.start(StoreFile.open(PowerCut.insert(content)), BUSY);
                    MongoClient client = MongoClients.create(store.uri())) {
                MongoCollection<Document> collection =
                        client.getDatabase("power").getCollection("documents");
                verify(client, collection);
                collection.createIndex(Indexes.ascending("number", "writer"), new IndexOptions().unique(true));
                collection.createIndex(Indexes.descending("version"));
                content = writeUntilCut(collection, random);
            }
            confirmed.putAll(confirmedBeforeCut);
        }
        assertThat(confirmed).hasSizeGreaterThan(WRITERS);
    }

    private Map<String, Integer> confirmedBeforeCut = Map.of();

    private byte[] writeUntilCut(MongoCollection<Document> collection, RandomGenerator random) throws Exception {
        Map<String, Integer> now = new ConcurrentHashMap<>(confirmed);
        CountDownLatch left = new CountDownLatch(random.nextInt(20, 600));
        AtomicBoolean cut = new AtomicBoolean();
        byte[] kept;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int own = writer;
                running.add(threads.submit(() -> {
                    for (int n = 0; !cut.get(); n++) {
                        String id = own + "-" + n % DOCUMENTS_EACH;
                        int version = now.getOrDefault(id, 0) + 1;
                        Document document = new Document("writer", own)
                                .append("number", n % DOCUMENTS_EACH)
                                .append("version", version)
                                .append("text", "x".repeat(n % 700));
                        collection.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
                        now.put(id, version);
                        left.countDown();
                    }
                }));
            }
            left.await();
            confirmedBeforeCut = new HashMap<>(now);
            kept = PowerCut.pull(random);
            cut.set(true);
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        return kept;
    }

    private void verify(MongoClient client, MongoCollection<Document> collection) {
        Map<String, Integer> found = new HashMap<>();
        collection.find().forEach(document -> found.put(document.getString("_id"), document.getInteger("version")));
        confirmed.forEach((id, version) -> assertThat(found)
                .containsKey(id)
                .satisfies(
                        all -> assertThat(Objects.requireNonNull(all.get(id))).isGreaterThanOrEqualTo(version)));
        confirmed.putAll(found);
        if (!found.isEmpty()) {
            TestStore.assertWhole(collection, client.getDatabase("power"));
        }
    }
}
