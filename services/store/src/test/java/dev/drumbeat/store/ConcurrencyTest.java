package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final int WRITERS = 16;

    private static final TestStore STORE = new TestStore();

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static <T> List<T> together(IntFunction<Callable<T>> writer) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int number = 0; number < WRITERS; number++) {
                running.add(threads.submit(writer.apply(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void of_many_who_claim_a_unique_value_one_gets_it() throws Exception {
        MongoCollection<Document> claims = STORE.collection("claims");
        claims.createIndex(Indexes.ascending("kpi", "period"), new IndexOptions().unique(true));
        claims.createIndex(
                Indexes.ascending("token"), new IndexOptions().unique(true).sparse(true));

        List<Integer> won = together(writer -> () -> {
            int wins = 0;
            for (int period = 0; period < 40; period++) {
                try {
                    Document claim =
                            new Document("kpi", "k").append("period", period).append("by", writer);
                    claims.insertOne(period % 2 == 0 ? claim.append("token", "t" + period) : claim);
                    wins++;
                } catch (MongoWriteException e) {
                    assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                }
            }
            return wins;
        });

        assertThat(won.stream().mapToInt(wins -> wins).sum()).isEqualTo(40);
        assertThat(claims.countDocuments()).isEqualTo(40);
        STORE.assertWhole(claims);
    }

    @Test
    void no_increment_and_no_compare_and_set_is_lost() throws Exception {
        MongoCollection<Document> counters = STORE.collection("counters");
        counters.insertOne(new Document("_id", "c").append("count", 0).append("revision", 0));

        List<Integer> successes = together(writer -> () -> {
            int wins = 0;
            for (int step = 0; step < 25; step++) {
                counters.updateOne(Filters.eq("_id", "c"), Updates.inc("count", 1));
                int revision = Objects.requireNonNull(
                                counters.find(Filters.eq("_id", "c")).first())
                        .getInteger("revision");
                Document after = counters.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", "c"), Filters.eq("revision", revision)),
                        Updates.set("revision", revision + 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
                wins += after == null ? 0 : 1;
            }
            return wins;
        });

        Document counter = Objects.requireNonNull(counters.find().first());
        assertThat(counter.getInteger("count")).isEqualTo(WRITERS * 25);
        assertThat(counter.getInteger("revision"))
                .isEqualTo(successes.stream().mapToInt(wins -> wins).sum());
    }

    @Test
    void many_upserts_of_one_document_make_one() throws Exception {
        MongoCollection<Document> leases = STORE.collection("leases");
        together(writer -> () -> leases.updateOne(
                Filters.eq("_id", "sweep"), Updates.inc("taken", 1), new UpdateOptions().upsert(true)));

        assertThat(leases.find()).containsExactly(new Document("_id", "sweep").append("taken", WRITERS));
    }

    @Test
    void a_reader_sees_whole_documents_in_order_while_they_move_through_the_index() throws Exception {
        MongoCollection<Document> moving = STORE.collection("moving");
        moving.createIndex(Indexes.ascending("group", "place"));
        for (int n = 0; n < 60; n++) {
            moving.insertOne(new Document("_id", n)
                    .append("group", "g")
                    .append("place", n)
                    .append("copy", n));
        }
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int n = 0; !done.get(); n++) {
                    int place = n * 7_919 % 1_000;
                    moving.updateOne(
                            Filters.eq("_id", n % 60),
                            Updates.combine(Updates.set("place", place), Updates.set("copy", place)));
                }
            });
            for (int read = 0; read < 200; read++) {
                List<Document> page = moving.find(Filters.eq("group", "g"))
                        .sort(Sorts.descending("place"))
                        .into(new ArrayList<>());
                assertThat(page)
                        .hasSize(60)
                        .allSatisfy(
                                document -> assertThat(document.get("place")).isEqualTo(document.get("copy")));
                assertThat(page)
                        .isSortedAccordingTo(
                                (left, right) -> Integer.compare(right.getInteger("place"), left.getInteger("place")));
            }
            done.set(true);
            writer.get();
        }
        STORE.assertWhole(moving);
    }

    @Test
    void collections_can_come_and_go_beside_writers() throws Exception {
        together(writer -> () -> {
            for (int round = 0; round < 6; round++) {
                MongoCollection<Document> own = STORE.collection("own" + writer % 4);
                try {
                    own.createIndex(Indexes.ascending("n"));
                    own.insertOne(new Document("n", round));
                    if (round % 3 == 2) {
                        own.drop();
                    }
                } catch (MongoException e) {
                    throw new AssertionError("writer " + writer + " in round " + round, e);
                }
            }
            return writer;
        });
        for (String name : STORE.database().listCollectionNames()) {
            STORE.assertWhole(STORE.collection(name));
        }
    }
}
