package dev.drumbeat.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Whatever indexes a collection has, it answers as one without any would. */
class QueriesTest {

    private static final List<String> FIELDS = List.of("a", "b", "c", "d.x");

    private static final TestStore STORE = new TestStore();
    private static int collections;

    @AfterContainer
    static void stop() {
        STORE.close();
    }

    /** One change of a collection: documents by id replaced, or removed where there is none. */
    record Change(int id, @Nullable Document fields) {}

    record Question(Document filter, Document sort, int skip, int limit) {}

    record Case(List<Document> indexes, List<Document> before, List<Change> after, List<Question> questions) {}

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void answers_are_those_of_a_collection_without_indexes(@ForAll("cases") Case given) {
        STORE.database().createCollection("c" + ++collections);
        MongoCollection<Document> collection = STORE.collection("c" + collections);
        Map<Integer, Document> expected = new LinkedHashMap<>();
        insert(given.before(), collection, expected);
        given.indexes().forEach(collection::createIndex);
        apply(given.after(), collection, expected);

        STORE.assertWhole(collection);
        for (Question question : given.questions()) {
            verify(question, collection, List.copyOf(expected.values()));
        }
        collection.drop();
    }

    private static void insert(
            List<Document> documents, MongoCollection<Document> collection, Map<Integer, Document> expected) {
        for (Document document : documents) {
            Document withId = new Document("_id", expected.size());
            withId.putAll(document);
            expected.put(expected.size(), withId);
        }
        if (!expected.isEmpty()) {
            collection.insertMany(List.copyOf(expected.values()));
        }
    }

    private static void apply(
            List<Change> changes, MongoCollection<Document> collection, Map<Integer, Document> expected) {
        for (Change change : changes) {
            Document byId = new Document("_id", change.id());
            if (change.fields() == null) {
                collection.deleteOne(byId);
                expected.remove(change.id());
            } else {
                Document document = new Document("_id", change.id());
                document.putAll(change.fields());
                if (expected.put(change.id(), document) == null) {
                    collection.insertOne(document);
                } else {
                    collection.replaceOne(byId, document);
                }
            }
        }
    }

    private static void verify(Question question, MongoCollection<Document> collection, List<Document> all) {
        List<Document> matching = Oracle.find(all, question.filter(), question.sort());
        List<Document> expected = matching.stream()
                .skip(question.skip())
                .limit(question.limit() > 0 ? question.limit() : Long.MAX_VALUE)
                .toList();
        List<Document> answered = collection
                .find(question.filter())
                .sort(question.sort())
                .skip(question.skip())
                .limit(question.limit())
                .batchSize(3)
                .into(new ArrayList<>());

        assertThat(answered).as("%s", question).hasSameSizeAs(expected).doesNotHaveDuplicates();
        Set<Document> matchingSet = new HashSet<>(matching);
        assertThat(matchingSet).as("%s", question).containsAll(answered);
        Comparator<Document> order = Oracle.order(question.sort());
        for (int at = 0; at < answered.size(); at++) {
            assertThat(order.compare(answered.get(at), expected.get(at)))
                    .as("%s: place %d of %s", question, at, answered)
                    .isZero();
        }
        assertThat(collection.countDocuments(question.filter()))
                .as("%s", question)
                .isEqualTo(matching.size());
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        indexes()
                                .list()
                                .ofMaxSize(3)
                                .map(list -> list.stream().distinct().toList()),
                        documents().list().ofMaxSize(25),
                        changes().list().ofMaxSize(8),
                        questions().list().ofMinSize(1).ofMaxSize(6))
                .as(Case::new);
    }

    private static Arbitrary<Document> indexes() {
        return orders(3).filter(fields -> !fields.isEmpty());
    }

    private static Arbitrary<Document> orders(int max) {
        return Combinators.combine(
                        Arbitraries.of(FIELDS).list().uniqueElements().ofMaxSize(max),
                        Arbitraries.of(1, -1).list().ofSize(max))
                .as((fields, directions) -> {
                    Document order = new Document();
                    fields.forEach(field -> order.append(field, directions.get(order.size())));
                    return order;
                });
    }

    private static Arbitrary<Change> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20), documents().injectNull(0.15))
                .as(Change::new);
    }

    private static Arbitrary<Document> documents() {
        return Combinators.combine(present(values()), present(scalars()), present(scalars()), present(scalars()))
                .as((a, b, c, x) -> {
                    Document document = new Document();
                    a.forEach(value -> document.append("a", value));
                    b.forEach(value -> document.append("b", value));
                    c.forEach(value -> document.append("c", value));
                    x.forEach(value -> document.append("d", new Document("x", value)));
                    return document;
                });
    }

    /** Nothing, null, or a value: nothing differs from null. */
    private static Arbitrary<List<@Nullable Object>> present(Arbitrary<Object> values) {
        return values.injectNull(0.1).list().ofMaxSize(1);
    }

    private static Arbitrary<Object> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalars()),
                Tuple.of(1, scalars().injectNull(0.1).list().ofMaxSize(3).map(Object.class::cast)));
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 3).map(Object.class::cast),
                Arbitraries.of(-2L, 0L, 3L, 4_000_000_000L, 9_007_199_254_740_993L)
                        .map(Object.class::cast),
                Arbitraries.of(-2.5, 0.5, 1.0, 3.0, -0.0).map(Object.class::cast),
                Arbitraries.of("2.50", "-2.5", "1", "0.25")
                        .map(Decimal128::parse)
                        .map(Object.class::cast),
                Arbitraries.of("", "a", "ab", "b", "ä", "a\u0000b").map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.of(0L, -5L, 1_795_000_000_000L).map(millis -> (Object) new Date(millis)));
    }

    private static Arbitrary<Question> questions() {
        return Combinators.combine(filters(), orders(2), Arbitraries.of(0, 0, 1, 4), Arbitraries.of(0, 0, 1, 5))
                .as(Question::new);
    }

    private static Arbitrary<Document> filters() {
        Arbitrary<Document> plain = Combinators.combine(
                        Arbitraries.of(FIELDS).list().uniqueElements().ofMaxSize(3),
                        conditions().list().ofSize(3))
                .as((fields, conditions) -> {
                    Document filter = new Document();
                    fields.forEach(field -> filter.append(field, conditions.get(filter.size())));
                    return filter;
                });
        return Arbitraries.frequencyOf(
                Tuple.of(5, plain),
                Tuple.of(1, plain.list().ofSize(2).map(both -> new Document("$and", both))),
                Tuple.of(1, plain.list().ofSize(2).map(both -> new Document("$or", both))));
    }

    private static Arbitrary<@Nullable Object> conditions() {
        return Arbitraries.oneOf(
                scalars().injectNull(0.1),
                scalars().map(value -> new Document("$eq", value)),
                scalars().map(value -> new Document("$ne", value)),
                Arbitraries.of(true, false).map(value -> new Document("$exists", value)),
                scalars().injectNull(0.1).list().ofMaxSize(3).map(values -> new Document("$in", values)),
                Combinators.combine(Arbitraries.of("$gt", "$gte"), scalars()).as(Document::new),
                Combinators.combine(Arbitraries.of("$lt", "$lte"), scalars()).as(Document::new),
                Combinators.combine(Arbitraries.of("$gt", "$gte"), scalars(), Arbitraries.of("$lt", "$lte"), scalars())
                        .as((lower, from, upper, to) -> new Document(lower, from).append(upper, to)));
    }
}
