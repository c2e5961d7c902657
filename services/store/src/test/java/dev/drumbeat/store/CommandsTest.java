package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The commands that the services use, by the driver they use. */
class CommandsTest {

    private static final TestStore STORE = new TestStore();

    private MongoCollection<Document> collection;

    @BeforeEach
    void name(TestInfo test) {
        collection = STORE.collection(test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static List<Document> numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> new Document("_id", n).append("n", n % 10))
                .toList();
    }

    private List<Object> ids(Iterable<Document> documents) {
        List<Object> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    @Test
    void updates_by_operators() {
        collection.insertOne(
                Document.parse(
                        "{_id: 1, count: 1, old: 'x', tags: ['a', 'b', 'a'], rows: [{id: 1, v: 'x'}, {id: 2, v: 'y'}], in: {a: 1}}"));

        UpdateResult result = collection.updateOne(
                Filters.eq("_id", 1),
                Updates.combine(
                        Updates.inc("count", 4),
                        Updates.unset("old"),
                        Updates.push("rows", new Document("id", 3)),
                        Updates.pull("tags", "a"),
                        Updates.set("in.b", 2),
                        Updates.setOnInsert("never", true)));

        assertThat(result.getMatchedCount()).isOne();
        assertThat(result.getModifiedCount()).isOne();
        collection.updateOne(Filters.and(Filters.eq("_id", 1), Filters.eq("rows.id", 2)), Updates.set("rows.$.v", "z"));
        collection.updateOne(Filters.eq("_id", 1), Updates.pushEach("tags", List.of("c", "d")));
        collection.updateOne(Filters.eq("_id", 1), Updates.addToSet("tags", "d"));
        collection.updateOne(Filters.eq("_id", 1), Updates.max("count", 3));
        assertThat(collection.find())
                .containsExactly(Document.parse("{_id: 1, count: 5, tags: ['b', 'c', 'd'], rows: [{id: 1, v: 'x'},"
                        + " {id: 2, v: 'z'}, {id: 3}], in: {a: 1, b: 2}}"));
    }

    @Test
    void upserts_by_update_replace_and_find_and_update() {
        UpdateResult first = collection.updateOne(
                Filters.eq("_id", "a"),
                Updates.combine(Updates.setOnInsert("made", 1), Updates.set("v", 1)),
                new UpdateOptions().upsert(true));
        assertThat(first.getUpsertedId()).isEqualTo(new BsonString("a"));
        collection.updateOne(
                Filters.eq("_id", "a"),
                Updates.combine(Updates.setOnInsert("made", 2), Updates.set("v", 2)),
                new UpdateOptions().upsert(true));
        collection.replaceOne(Filters.eq("_id", "b"), new Document("v", 3), new ReplaceOptions().upsert(true));
        Document c = collection.findOneAndUpdate(
                Filters.and(Filters.eq("_id", "c"), Filters.eq("kind", "lease")),
                Updates.set("v", 4),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));

        assertThat(c).isEqualTo(Document.parse("{_id: 'c', kind: 'lease', v: 4}"));
        assertThat(collection.find().sort(Sorts.ascending("_id")))
                .containsExactly(
                        Document.parse("{_id: 'a', made: 1, v: 2}"),
                        Document.parse("{_id: 'b', v: 3}"),
                        Document.parse("{_id: 'c', kind: 'lease', v: 4}"));
    }

    @Test
    void find_and_update_takes_the_first_in_order_and_returns_it_before_or_after() {
        collection.createIndex(Indexes.ascending("due"));
        collection.insertMany(List.of(
                new Document("_id", 1).append("due", 9),
                new Document("_id", 2).append("due", 3),
                new Document("_id", 3).append("due", 5)));

        Document before = collection.findOneAndUpdate(
                Filters.gt("due", 2),
                Updates.set("due", 99),
                new FindOneAndUpdateOptions().sort(Sorts.ascending("due")));
        assertThat(before).isEqualTo(new Document("_id", 2).append("due", 3));
        assertThat(collection.findOneAndDelete(Filters.eq("due", 99))).containsEntry("_id", 2);
        assertThat(collection.findOneAndUpdate(Filters.eq("due", 3), Updates.set("due", 0)))
                .isNull();
        assertThat(ids(collection.find().sort(Sorts.ascending("due")))).containsExactly(3, 1);
    }

    @Test
    void many_are_updated_and_deleted() {
        collection.createIndex(Indexes.ascending("n"));
        collection.insertMany(numbered(0, 100));

        UpdateResult updated = collection.updateMany(Filters.gte("n", 8), Updates.inc("n", 100));
        assertThat(updated.getModifiedCount()).isEqualTo(20);
        assertThat(collection.countDocuments(Filters.gte("n", 100))).isEqualTo(20);
        assertThat(collection.deleteMany(Filters.in("n", 0, 1, 108)).getDeletedCount())
                .isEqualTo(30);
        assertThat(collection.deleteOne(Filters.eq("n", 2)).getDeletedCount()).isOne();
        assertThat(collection.countDocuments()).isEqualTo(69);
        assertThat(collection.estimatedDocumentCount()).isEqualTo(69);
        assertThat(collection.countDocuments(
                        Filters.eq("n", 3), new CountOptions().skip(4).limit(3)))
                .isEqualTo(3);
        STORE.assertWhole(collection);
    }

    @Test
    void an_ordered_bulk_stops_at_the_first_error_and_an_unordered_one_goes_on() {
        collection.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        collection.insertMany(List.of(new Document("_id", 1).append("n", 1), new Document("_id", 2).append("n", 2)));
        var writes = List.of(
                new UpdateOneModel<Document>(Filters.eq("_id", 1), Updates.set("n", 10)),
                new UpdateOneModel<Document>(Filters.eq("_id", 1), Updates.set("n", 2)),
                new UpdateOneModel<Document>(Filters.eq("_id", 1), Updates.set("n", 11)));

        assertThatThrownBy(() -> collection.bulkWrite(writes))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).singleElement().satisfies(error -> {
                        assertThat(error.getIndex()).isEqualTo(1);
                        assertThat(error.getCode()).isEqualTo(11_000);
                    });
                    assertThat(e.getWriteResult().getModifiedCount()).isOne();
                });
        assertThat(collection.find(Filters.eq("_id", 1)).first()).containsEntry("n", 10);

        assertThatThrownBy(() -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(collection.find(Filters.eq("_id", 1)).first()).containsEntry("n", 11);
        STORE.assertWhole(collection);
    }

    @Test
    void a_bulk_of_mixed_writes() {
        BulkWriteResult result = collection.bulkWrite(List.of(
                new InsertOneModel<>(new Document("_id", 1)),
                new InsertOneModel<>(new Document("_id", 2)),
                new UpdateOneModel<>(Filters.eq("_id", 1), Updates.set("v", 1)),
                new UpdateOneModel<>(Filters.eq("_id", 3), Updates.set("v", 3), new UpdateOptions().upsert(true)),
                new DeleteOneModel<>(Filters.eq("_id", 2))));
        assertThat(result.getInsertedCount()).isEqualTo(2);
        assertThat(result.getUpserts())
                .singleElement()
                .satisfies(upsert -> assertThat(upsert.getIndex()).isEqualTo(3));
        assertThat(result.getDeletedCount()).isOne();
        assertThat(ids(collection.find())).containsExactly(1, 3);
    }

    @Test
    void inserting_many_counts_what_was_inserted() {
        collection.insertOne(new Document("_id", 2));
        assertThatThrownBy(() -> collection.insertMany(numbered(0, 5)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2));
        assertThatThrownBy(() -> collection.insertMany(numbered(0, 5), new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2));
        assertThat(collection.countDocuments()).isEqualTo(5);
    }

    @Test
    void a_failed_write_leaves_no_half_behind() {
        collection.createIndex(Indexes.ascending("a"));
        collection.createIndex(Indexes.ascending("b"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("x", "y"));
        collection.insertMany(List.of(
                new Document("_id", 1).append("a", 1).append("b", 1),
                new Document("_id", 2).append("a", 2).append("b", 2)));

        assertThatThrownBy(() -> collection.updateOne(
                        Filters.eq("_id", 1), Updates.combine(Updates.set("a", 9), Updates.set("b", 2))))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> collection.updateOne(
                        Filters.eq("_id", 1),
                        Updates.combine(
                                Updates.set("a", 9), Updates.set("x", List.of(1, 2)), Updates.set("y", List.of(1, 2)))))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> collection.insertOne(
                        new Document("_id", 3).append("x", List.of(1, 2)).append("y", List.of(3, 4))))
                .isInstanceOf(MongoWriteException.class);

        assertThat(ids(collection.find(Filters.eq("a", 9)))).isEmpty();
        assertThat(ids(collection.find(Filters.eq("a", 1)))).containsExactly(1);
        assertThat(collection.countDocuments()).isEqualTo(2);
        STORE.assertWhole(collection);
    }

    @Test
    void unique_and_sparse_indexes_follow_mongodb() {
        collection.createIndex(
                Indexes.ascending("token"), new IndexOptions().unique(true).sparse(true));
        collection.createIndex(Indexes.ascending("kpi", "period"), new IndexOptions().unique(true));
        collection.insertOne(new Document("_id", 1).append("kpi", "k").append("period", 1));
        collection.insertOne(new Document("_id", 2).append("kpi", "k").append("period", 2));
        collection.insertOne(new Document("_id", 3).append("kpi", "k").append("token", "t"));

        assertThatThrownBy(() -> collection.insertOne(new Document("kpi", "k").append("token", "u")))
                .as("a missing field counts as null")
                .hasMessageContaining("kpi_1_period_1");
        assertThatThrownBy(() -> collection.insertOne(new Document("kpi", "l").append("token", "t")))
                .hasMessageContaining("token_1");
        assertThatThrownBy(() -> collection.insertOne(new Document("kpi", "k").append("period", 1.0)))
                .as("1.0 is 1")
                .hasMessageContaining("E11000");
        collection.updateOne(Filters.eq("_id", 1), Updates.set("kpi", "k"));
        assertThat(ids(collection.find(Filters.exists("token", false)).sort(Sorts.ascending("token", "_id"))))
                .containsExactly(1, 2);
        assertThat(ids(collection.find(Filters.eq("token", null)))).containsExactly(1, 2);
        STORE.assertWhole(collection);
    }

    @Test
    void a_unique_index_can_not_be_made_over_duplicates_and_leaves_nothing_behind() {
        collection.insertMany(List.of(new Document("a", 1), new Document("a", 1)));
        assertThatThrownBy(() -> collection.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true)))
                .hasMessageContaining("Index build failed")
                .hasMessageContaining("E11000");
        assertThat(collection.listIndexes()).hasSize(1);
        collection.deleteOne(Filters.eq("a", 1));
        collection.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
        assertThatThrownBy(() -> collection.insertOne(new Document("a", 1))).isInstanceOf(MongoWriteException.class);
    }

    @Test
    void creating_an_index_again_changes_nothing_and_another_of_its_name_is_refused() {
        for (int time = 0; time < 3; time++) {
            collection.createIndex(Indexes.ascending("a", "b"), new IndexOptions().name("by_a"));
        }
        assertThat(collection.listIndexes().map(index -> index.getString("name")))
                .containsExactlyInAnyOrder("_id_", "by_a");
        assertThatThrownBy(() -> collection.createIndex(Indexes.ascending("a"), new IndexOptions().name("by_a")))
                .isInstanceOf(MongoCommandException.class);
        collection.dropIndex("by_a");
        collection.createIndex(Indexes.ascending("a"), new IndexOptions().name("by_a"));
        assertThat(collection.listIndexes()).hasSize(2);
    }

    @Test
    void projections_include_and_exclude() {
        collection.insertOne(Document.parse("{_id: 1, a: 1, b: {c: 2, d: 3}, e: [{f: 1, g: 2}]}"));
        assertThat(collection.find().projection(Projections.include("a", "b.c")))
                .containsExactly(Document.parse("{_id: 1, a: 1, b: {c: 2}}"));
        assertThat(collection
                        .find()
                        .projection(Projections.fields(Projections.excludeId(), Projections.include("e.f"))))
                .containsExactly(Document.parse("{e: [{f: 1}]}"));
        assertThat(collection.find().projection(Projections.exclude("b", "e")))
                .containsExactly(Document.parse("{_id: 1, a: 1}"));
    }

    @Test
    void pages_and_batches_neither_lose_nor_repeat() {
        collection.createIndex(Indexes.ascending("n"));
        collection.insertMany(numbered(0, 2_500));
        List<Object> all = ids(collection.find().sort(Sorts.orderBy(Sorts.descending("n"), Sorts.descending("_id"))));
        assertThat(all)
                .hasSize(2_500)
                .doesNotHaveDuplicates()
                .startsWith(2_499, 2_489)
                .endsWith(10, 0);

        List<Object> paged = new ArrayList<>();
        for (int skip = 0; skip < 2_500; skip += 300) {
            paged.addAll(ids(collection
                    .find()
                    .sort(Sorts.orderBy(Sorts.descending("n"), Sorts.descending("_id")))
                    .skip(skip)
                    .limit(300)));
        }
        assertThat(paged).isEqualTo(all);
        assertThat(ids(collection.find().batchSize(7))).hasSize(2_500).doesNotHaveDuplicates();
        assertThat(ids(collection.find().limit(1_000).batchSize(101))).hasSize(1_000);
    }

    @Test
    void an_open_cursor_goes_on_while_documents_come_and_go() {
        collection.insertMany(numbered(0, 50));
        List<Object> seen = new ArrayList<>();
        try (MongoCursor<Document> cursor = collection.find().batchSize(10).iterator()) {
            for (int n = 0; n < 5; n++) {
                seen.add(cursor.next().get("_id"));
            }
            collection.deleteMany(Filters.in("_id", 20, 21));
            collection.insertOne(new Document("_id", 1_000));
            cursor.forEachRemaining(document -> seen.add(document.get("_id")));
        }
        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(49)
                .doesNotContain(20, 21)
                .contains(1_000);
    }

    @Test
    void a_snapshot_shows_one_moment() {
        collection.insertMany(numbered(0, 50));
        List<Object> seen = new ArrayList<>();
        try (MongoCursor<Document> cursor = collection
                .withReadConcern(ReadConcern.SNAPSHOT)
                .find()
                .batchSize(10)
                .iterator()) {
            seen.add(cursor.next().get("_id"));
            collection.deleteMany(Filters.gte("_id", 20));
            cursor.forEachRemaining(document -> seen.add(document.get("_id")));
        }
        assertThat(seen).hasSize(50);
        assertThat(collection.countDocuments()).isEqualTo(20);
    }

    @Test
    void what_was_read_is_a_copy() {
        collection.insertOne(Document.parse("{_id: 1, list: [1, 2], inner: {a: 1}}"));
        Document before = collection.findOneAndUpdate(
                Filters.eq("_id", 1), Updates.combine(Updates.push("list", 3), Updates.set("inner.a", 2)));
        assertThat(before).isEqualTo(Document.parse("{_id: 1, list: [1, 2], inner: {a: 1}}"));
        collection.insertOne(new Document("_id", 2).append("list", List.of(1, 2)));
        collection.updateOne(Filters.eq("_id", 2), Updates.push("list", 9));
        assertThat(collection.find(Filters.eq("_id", 1)).first()).containsEntry("list", List.of(1, 2, 3));
    }

    @Test
    void aggregations_match_group_sort_and_project() {
        collection.createIndex(Indexes.ascending("kpi"));
        collection.insertMany(List.of(
                Document.parse("{kpi: 'a', n: 9, d: 10}"),
                Document.parse("{kpi: 'a', n: 1, d: 10}"),
                Document.parse("{kpi: 'b', n: 5, d: 5}"),
                Document.parse("{kpi: 'c', n: 1, d: 1}")));
        assertThat(collection.aggregate(List.of(
                        Aggregates.match(Filters.in("kpi", "a", "b")),
                        Aggregates.group(
                                "$kpi",
                                Accumulators.sum("n", "$n"),
                                Accumulators.sum("d", "$d"),
                                Accumulators.max("best", "$n")),
                        Aggregates.sort(Sorts.descending("d")),
                        Aggregates.project(Projections.include("n", "best")),
                        Aggregates.limit(5))))
                .containsExactly(
                        Document.parse("{_id: 'a', n: 10, best: 9}"), Document.parse("{_id: 'b', n: 5, best: 5}"));
        assertThat(collection
                        .aggregate(List.of(
                                Aggregates.sort(Sorts.descending("n")),
                                Aggregates.skip(1),
                                Aggregates.limit(1),
                                Aggregates.project(
                                        Projections.fields(Projections.excludeId(), Projections.include("n")))))
                        .into(new ArrayList<>()))
                .containsExactly(new Document("n", 5));
        assertThat(collection.aggregate(List.of(Aggregates.match(Filters.gt("n", 1)), Aggregates.count("many"))))
                .containsExactly(new Document("many", 2));
        assertThat(STORE.collection("none").aggregate(List.of(Aggregates.count())))
                .isEmpty();
    }

    @Test
    void a_dropped_database_is_gone_and_can_be_filled_again() {
        MongoCollection<Document> c = STORE.client().getDatabase("dropped").getCollection("c");
        c.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
        c.insertOne(new Document("a", 1));
        STORE.client().getDatabase("dropped").drop();
        assertThat(STORE.client().listDatabaseNames()).doesNotContain("dropped");
        assertThat(c.find()).isEmpty();
        c.insertMany(List.of(new Document("a", 1), new Document("a", 1)));
        assertThat(c.countDocuments()).isEqualTo(2);
        assertThat(c.listIndexes()).hasSize(1);
    }

    @Test
    void a_reader_that_asks_for_it_sees_only_what_no_crash_takes_back() {
        collection.withWriteConcern(WriteConcern.MAJORITY.withJournal(true)).insertOne(new Document("_id", 1));
        assertThat(collection.withReadConcern(ReadConcern.MAJORITY).find()).hasSize(1);
        assertThat(collection.withReadConcern(ReadConcern.LINEARIZABLE).find(Filters.eq("_id", 1)))
                .hasSize(1);
    }

    @Test
    void an_order_that_no_index_gives_is_refused_when_it_would_not_fit_into_memory() {
        String large = "x".repeat(1 << 20);
        for (int n = 0; n < 50; n++) {
            collection.insertOne(new Document("_id", n).append("n", -n).append("large", large));
        }
        assertThatThrownBy(() -> collection.find().sort(Sorts.ascending("n")).into(new ArrayList<>()))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("needs an index or a limit");
        assertThat(ids(collection.find().sort(Sorts.ascending("n")).limit(3))).containsExactly(49, 48, 47);
        assertThat(ids(collection.find().sort(Sorts.descending("_id")))).hasSize(50);
    }

    @Test
    void a_document_that_is_too_large_is_refused() {
        collection.insertOne(new Document("_id", 1).append("text", "x".repeat(15 << 20)));
        assertThatThrownBy(() -> collection.updateOne(Filters.eq("_id", 1), Updates.set("more", "x".repeat(2 << 20))))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("at most 16777216");
        assertThat(collection.find().projection(Projections.include("more"))).containsExactly(new Document("_id", 1));
    }

    @Test
    void what_it_can_not_do_right_it_refuses_by_name() {
        collection.insertOne(new Document("_id", 1));
        assertThatThrownBy(() -> collection.createIndex(
                        Indexes.ascending("a"), new IndexOptions().partialFilterExpression(Filters.gt("a", 1))))
                .hasMessageContaining("doesn't have the index option partialFilterExpression");
        assertThatThrownBy(() -> collection.createIndex(
                        Indexes.ascending("a"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS)))
                .hasMessageContaining("expireAfterSeconds");
        assertThatThrownBy(() -> collection.createIndex(Indexes.text("a"))).hasMessageContaining("an index on a: text");
        assertThatThrownBy(
                        () -> collection.updateOne(Filters.eq("_id", 1), List.of(Aggregates.set(new Field<>("a", 1)))))
                .hasMessageContaining("an update by pipeline");
        assertThatThrownBy(() ->
                        collection.aggregate(List.of(Aggregates.out("other"))).toCollection())
                .hasMessageContaining("the aggregation stage $out");
        assertThatThrownBy(() -> collection.watch().iterator()).hasMessageContaining("$changeStream");
        assertThatThrownBy(() -> collection
                        .find()
                        .collation(Collation.builder().locale("de").build())
                        .first())
                .hasMessageContaining("collation");
        assertThatThrownBy(() -> STORE.database().runCommand(Document.parse("{noSuchCommand: 1}")))
                .isInstanceOf(MongoCommandException.class);
        assertThat(collection.find()).containsExactly(new Document("_id", 1));
        assertThat(STORE.database().runCommand(Document.parse("{ping: 1}"))).containsEntry("ok", 1.0);
        assertThat(STORE.database().runCommand(Document.parse("{hello: 1}"))).containsEntry("isWritablePrimary", true);
        assertThat(STORE.database().runCommand(Document.parse("{buildInfo: 1}")))
                .containsKey("version");
    }

    @Test
    void index_bounds_never_leave_out_what_an_array_holds() {
        collection.createIndex(Indexes.ascending("people.company", "people.role"));
        collection.insertOne(
                Document.parse("{_id: 1, people: [{company: 'a', role: 'OPS'}, {company: 'b', role: 'LEADER'}]}"));
        assertThat(ids(collection.find(
                        Filters.and(Filters.eq("people.company", "a"), Filters.eq("people.role", "LEADER")))))
                .as("two elements may meet the two conditions")
                .containsExactly(1);
        assertThat(ids(collection.find(Filters.elemMatch(
                        "people", Filters.and(Filters.eq("company", "a"), Filters.eq("role", "LEADER"))))))
                .isEmpty();
        assertThat(ids(collection.find(Filters.in("people.role", Arrays.asList("OPS", "LEADER")))))
                .as("found twice, given once")
                .containsExactly(1);
    }
}
