package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    private final TestStore store = new TestStore();

    @TempDir
    Path directory;

    private Path archive;

    @BeforeEach
    void name() {
        archive = directory.resolve("backups/one.backup");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String run(String... arguments) throws IOException {
        return StoreTool.run(List.of(arguments), Map.of("MONGODB_URI", store.uri()), CLOCK);
    }

    private static Document ofEveryType() {
        return new Document("_id", new ObjectId())
                .append("int", 7)
                .append("long", 7L)
                .append("double", 0.1)
                .append("decimal", Decimal128.parse("1234.50"))
                .append("text", "Zürich „Süd“ \n \u0000 end")
                .append("instant", Date.from(Instant.parse("1969-12-31T23:59:59.001Z")))
                .append("uuid", new BsonBinary(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")))
                .append("bytes", new Binary(new byte[] {0, -1, 7}))
                .append("nothing", null)
                .append("yes", true)
                .append("list", Arrays.asList(1, "a", null, List.of(2L), new Document("deep", List.of())))
                .append("inner", new Document("a", new Document("b", new Document())));
    }

    @Test
    void a_restored_store_has_the_same_documents_and_indexes() throws IOException {
        MongoCollection<Document> original = store.collection("kpis");
        original.createIndex(Indexes.ascending("int", "text"), new IndexOptions().unique(true));
        original.createIndex(Indexes.descending("list"), new IndexOptions().sparse(true));
        original.insertOne(ofEveryType());
        original.insertMany(IntStream.range(0, 1_234)
                .mapToObj(n -> new Document("int", n + 100))
                .toList());
        store.client().getDatabase("other").createCollection("empty");
        List<Document> documents = original.find().into(new ArrayList<>());
        List<Document> indexes = original.listIndexes().into(new ArrayList<>());

        assertThat(run("backup", archive.toString())).isEqualTo("1235 documents backed up in " + archive);
        assertThat(run("verify", archive.toString())).contains("is whole: 1235 documents");
        original.insertOne(new Document("_id", "after the backup"));
        assertThat(run("restore", archive.toString(), "--replace"))
                .isEqualTo("1235 documents restored from " + archive);

        assertThat(original.find().into(new ArrayList<>())).isEqualTo(documents);
        assertThat(original.listIndexes()).containsExactlyInAnyOrderElementsOf(indexes);
        assertThat(store.client().getDatabase("other").listCollectionNames()).containsExactly("empty");
        store.assertWhole(original);
        Document again = new Document(documents.getLast()).append("_id", "another");
        assertThatThrownBy(() -> original.insertOne(again)).isInstanceOf(MongoWriteException.class);
    }

    @Test
    void a_store_that_is_not_empty_is_left_alone() throws IOException {
        store.collection("kpis").insertOne(new Document("_id", 1));
        run("backup", archive.toString());
        store.collection("kpis").insertOne(new Document("_id", 2));

        assertThatThrownBy(() -> run("restore", archive.toString()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("The store is not empty (it has test)");
        assertThat(store.collection("kpis").countDocuments()).isEqualTo(2);
    }

    @Test
    void an_empty_store_is_restored_without_asking() throws IOException {
        store.collection("kpis").insertOne(new Document("_id", 1));
        run("backup", archive.toString());
        store.database().drop();

        run("restore", archive.toString());

        assertThat(store.collection("kpis").find()).containsExactly(new Document("_id", 1));
    }

    @Test
    void a_damaged_backup_changes_nothing() throws IOException {
        store.collection("kpis")
                .insertMany(IntStream.range(0, 500)
                        .mapToObj(n -> new Document("_id", n))
                        .toList());
        run("backup", archive.toString());
        byte[] whole = Files.readAllBytes(archive);
        for (int at : new int[] {0, 25, whole.length / 2, whole.length - 30, whole.length - 5}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(archive, damaged);
            assertThatThrownBy(() -> run("restore", archive.toString(), "--replace"))
                    .as("byte %d", at)
                    .isInstanceOf(ArchiveException.class);
        }
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Files.write(archive, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> run("restore", archive.toString(), "--replace"))
                    .as("first %d bytes", length)
                    .isInstanceOf(ArchiveException.class);
        }
        assertThat(store.collection("kpis").countDocuments()).isEqualTo(500);
    }

    @Test
    void a_backup_taken_under_writes_has_what_was_confirmed_before_and_can_be_restored() throws Exception {
        MongoCollection<Document> kpis = store.collection("kpis");
        kpis.createIndex(Indexes.ascending("turn"), new IndexOptions().unique(true));
        kpis.insertMany(IntStream.range(0, 2_000)
                .mapToObj(n -> new Document("_id", n).append("turn", n))
                .toList());
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(50);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                // frees a unique value at the end and takes it at the beginning: a backup that saw both halves of
                // different moments could not be restored
                for (int n = 0; !done.get(); n++) {
                    kpis.updateOne(
                            new Document("_id", 1_999 - n % 900), new Document("$inc", new Document("turn", 10_000)));
                    kpis.updateOne(
                            new Document("_id", n % 900), new Document("$set", new Document("turn", 1_999 - n % 900)));
                    started.countDown();
                }
            });
            started.await();
            run("backup", archive.toString());
            done.set(true);
            writer.get();
        }
        run("restore", archive.toString(), "--replace");
        assertThat(kpis.countDocuments()).isEqualTo(2_000);
        store.assertWhole(kpis);
    }

    @Test
    void says_how_it_is_used_and_what_it_can_not_read() throws IOException {
        assertThatThrownBy(() -> run("backup")).hasMessageStartingWith("Use: backup <file>");
        assertThatThrownBy(() -> run("restore", "file", "--force")).hasMessageStartingWith("Use: backup <file>");
        assertThatThrownBy(() -> run("verify", directory.resolve("none").toString()))
                .hasMessageContaining("The backup can't be read");
        Path letter = Files.writeString(directory.resolve("letter.txt"), "Dear partner");
        assertThatThrownBy(() -> run("verify", letter.toString())).hasMessageContaining("The backup can't be read");
    }
}
