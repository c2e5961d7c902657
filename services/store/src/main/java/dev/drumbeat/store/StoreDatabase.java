package dev.drumbeat.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** A database, as the names of its maps in the file, and the commands that the library answers wrongly or not at all. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Key> {

    private static final String DOCUMENTS = "documents";
    private static final String INDEX = "index";
    private static final String INDEX_TRAITS = "indexTraits";
    private static final String SEPARATOR = "/";

    /** What a first batch holds when the caller doesn't say, as in MongoDB. */
    private static final int FIRST_BATCH = 101;

    private final MVStore store;
    private final OpenCursors cursors;

    StoreDatabase(String name, OpenCursors cursors, MVStore store) {
        super(name, new CursorRegistry());
        this.store = store;
        this.cursors = cursors;
        initializeNamespacesAndIndexes();
    }

    static List<String> namesIn(MVStore store) {
        String prefix = DOCUMENTS + SEPARATOR;
        return store.getMapNames().stream()
                .filter(map -> map.startsWith(prefix))
                .map(map -> map.substring(prefix.length(), map.indexOf(SEPARATOR, prefix.length())))
                .distinct()
                .sorted()
                .toList();
    }

    private String mapName(String kind, String... names) {
        StringBuilder map = new StringBuilder(kind).append(SEPARATOR).append(databaseName);
        for (String name : names) {
            map.append(SEPARATOR).append(name.replace("%", "%25").replace(SEPARATOR, "%2F"));
        }
        return map.toString();
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String collectionName, CollectionOptions options) {
        MVMap<Key, byte[]> documents = store.openMap(
                mapName(DOCUMENTS, collectionName),
                new MVMap.Builder<Key, byte[]>().keyType(Key.Type.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        return new StoreCollection(this, collectionName, options, cursorRegistry, store, documents);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        if (indexName.equals("_id_") && resolveCollection(collectionName, true) instanceof StoreCollection collection) {
            return new IdIndex(indexName, keys, collection.documents());
        }
        return rangeIndex(collectionName, indexName, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return rangeIndex(collectionName, indexName, keys, false, sparse);
    }

    private RangeIndex rangeIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean unique, boolean sparse) {
        MVMap<Key, Key> entries = store.openMap(
                mapName(INDEX, collectionName, indexName),
                new MVMap.Builder<Key, Key>().keyType(Key.Type.INSTANCE).valueType(Key.Type.INSTANCE));
        return new RangeIndex(indexName, keys, unique, sparse, entries, store.openMap(INDEX_TRAITS));
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        store.removeMap(mapName(DOCUMENTS, collectionName));
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        Refusals.check(command, query);
        return switch (command) {
            case "find" -> find(query);
            case "aggregate" -> aggregate(query, databases, oplog);
            case "insert" -> countedRight(super.handleCommand(channel, command, query, databases, oplog), query);
            case "update" -> update(channel, query, databases, oplog);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private Document find(Document query) {
        String collectionName = String.valueOf(query.get("find"));
        if (!(resolveCollection(collectionName, false) instanceof StoreCollection collection)) {
            return answer(collectionName, new Results(Collections.emptyIterator()), batch -> batch, query);
        }
        int limit = Math.abs(number(query, "limit"));
        Results results = collection.find(
                document(query, "filter"), Sort.of(document(query, "sort")), number(query, "skip"), limit);
        Document projection = document(query, "projection");
        return answer(collectionName, results, batch -> collection.project(batch, projection), query);
    }

    private static Document document(Document query, String field) {
        return query.get(field) instanceof Document document ? document : new Document();
    }

    /** The first batch of an answer, and the cursor for the rest. */
    private Document answer(
            String collectionName, Results results, UnaryOperator<List<Document>> projection, Document query) {
        ResultCursor.Between between =
                "snapshot".equals(document(query, "readConcern").get("level"))
                        ? ResultCursor.Between.SNAPSHOT
                        : ResultCursor.Between.LATEST;
        ResultCursor cursor = new ResultCursor(cursors.nextId(), results, projection, between);
        List<Document> firstBatch;
        try {
            firstBatch = Boolean.TRUE.equals(query.get("singleBatch"))
                    ? cursor.takeDocuments(Integer.MAX_VALUE)
                    : cursor.takeDocuments(batchSize(query));
        } catch (RuntimeException e) {
            cursor.close();
            throw e;
        }
        boolean more = !cursor.isEmpty() && !Boolean.TRUE.equals(query.get("singleBatch"));
        if (more) {
            cursors.keep(cursor);
        } else {
            cursor.close();
        }
        Document response = new Document("id", more ? cursor.getId() : 0L)
                .append("ns", getFullCollectionNamespace(collectionName))
                .append("firstBatch", firstBatch);
        return new Document("cursor", response).append("ok", 1.0);
    }

    private static int batchSize(Document query) {
        int inFind = number(query, "batchSize");
        int inAggregate = number(document(query, "cursor"), "batchSize");
        int wanted = Math.max(inFind, inAggregate);
        return wanted > 0 ? wanted : FIRST_BATCH;
    }

    /** The library says that everything was inserted, also when it refused some. */
    private static Document countedRight(Document response, Document insert) {
        if (response.get("writeErrors") instanceof List<?> errors && insert.get("documents") instanceof List<?> all) {
            boolean ordered = !Boolean.FALSE.equals(insert.get("ordered"));
            int first = ((Document) errors.getFirst()).get("index") instanceof Number index ? index.intValue() : 0;
            response.put("n", ordered ? first : all.size() - errors.size());
        }
        return response;
    }

    /** One statement after the other: the library would go on behind a failed one although they are ordered. */
    private Document update(Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
        List<?> statements = query.get("updates") instanceof List<?> updates ? updates : List.of();
        boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
        Document sum = new Document("n", 0).append("nModified", 0);
        List<Object> upserted = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        for (int at = 0; at < statements.size() && (errors.isEmpty() || !ordered); at++) {
            Document single = query.clone();
            single.put("updates", List.of(statements.get(at)));
            Document response = super.handleCommand(channel, "update", single, databases, oplog);
            sum.put("n", number(sum, "n") + number(response, "n"));
            sum.put("nModified", number(sum, "nModified") + number(response, "nModified"));
            addAt(at, response.get("upserted"), upserted);
            addAt(at, response.get("writeErrors"), errors);
        }
        if (!upserted.isEmpty()) {
            sum.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            sum.put("writeErrors", errors);
        }
        return sum.append("ok", 1.0);
    }

    private static int number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.intValue() : 0;
    }

    private static void addAt(int index, @Nullable Object found, List<Object> to) {
        if (found instanceof Iterable<?> entries) {
            for (Object entry : entries) {
                to.add(((Document) entry).append("index", index));
            }
        }
    }

    /** What a pipeline begins with is asked of the indexes; only the rest is the library's, which reads everything. */
    private Document aggregate(Document query, DatabaseResolver databases, Oplog oplog) {
        String collectionName = String.valueOf(query.get("aggregate"));
        Pipeline pipeline = Pipeline.of(Aggregation.parse(query.get("pipeline")));
        if (!(resolveCollection(collectionName, false) instanceof StoreCollection collection)) {
            return answer(collectionName, new Results(Collections.emptyIterator()), batch -> batch, query);
        }
        Aggregation rest = Aggregation.fromPipeline(pipeline.rest(), databases, this, collection, oplog);
        Iterator<Found> found = pipeline.run(collection, rest).stream()
                .map(document -> new Found(Key.EMPTY, document, Bson.encode(document).length))
                .iterator();
        return answer(collectionName, new Results(found), batch -> batch, query);
    }
}
