package dev.drumbeat.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A collection: its documents in the order of their ids, as BSON, and its indexes. One writer at a time, which works out
 * everything that can fail before it changes anything. Readers work on snapshots and wait for nobody.
 */
final class StoreCollection extends AbstractMongoCollection<Key> {

    /** What an order that no index gives may hold in memory, in bytes of documents. */
    private static final long MAX_SORT_BYTES = 48L << 20;

    private final MVStore store;
    private final MVMap<Key, byte[]> documents;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<RangeIndex> ranges = List.of();

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVStore store,
            MVMap<Key, byte[]> documents) {
        super(database, name, options, cursors);
        this.store = store;
        this.documents = documents;
    }

    MVMap<Key, byte[]> documents() {
        return documents;
    }

    Snapshot snapshot(@Nullable RangeIndex index) {
        lock.lock();
        try {
            return new Snapshot(store, documents, index == null ? null : index.entries());
        } finally {
            lock.unlock();
        }
    }

    // Reading

    /** The documents that meet the filter, in the wanted order, without the first ones, and at most so many (0: all). */
    Results find(Document filter, Sort sort, int skip, int limit) {
        Document separated = Filters.separated(filter);
        Plan plan = Plan.choose(ranges, separated, sort, "_id".equals(getIdField()));
        Scan scan = new Scan(this, plan, document -> documentMatchesQuery(document, separated));
        Iterator<Found> found = plan.sorted() ? scan : sorted(scan, sort, skip, limit);
        return new Results(found).skip(skip).limit(limit);
    }

    private static Iterator<Found> sorted(Scan scan, Sort sort, int skip, int limit) {
        record Sortable(Key key, Found found) {}
        Comparator<Sortable> order = Comparator.comparing(Sortable::key);
        PriorityQueue<Sortable> worstFirst = new PriorityQueue<>(order.reversed());
        long keep = limit > 0 ? (long) skip + limit : Long.MAX_VALUE;
        long bytes = 0;
        try (scan) {
            while (scan.hasNext()) {
                Found found = scan.next();
                // equal documents lie in the order of their ids, so that pages neither repeat nor lose one
                worstFirst.add(new Sortable(sort.keyOf(found.document()).plus(found.id()), found));
                bytes += found.size();
                if (worstFirst.size() > keep) {
                    bytes -= worstFirst.remove().found().size();
                }
                if (bytes > MAX_SORT_BYTES) {
                    throw new MongoServerError(
                            292,
                            "QueryExceededMemoryLimitNoDiskUseAllowed",
                            "Sorting needs more than " + MAX_SORT_BYTES + " bytes; it needs an index or a limit");
                }
            }
        }
        return worstFirst.stream().sorted(order).map(Sortable::found).iterator();
    }

    /** The library asks this way when it wants everything, to change or to remove it. */
    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        List<Document> all = new ArrayList<>();
        try (Results results = find(query, Sort.of(orderBy), numberToSkip, limit)) {
            results.forEachRemaining(found -> all.add(found.document()));
        }
        return new QueryResult(project(all, fieldSelector));
    }

    List<Document> project(List<Document> batch, @Nullable Document fieldSelector) {
        if (fieldSelector == null || fieldSelector.isEmpty()) {
            return batch;
        }
        return matchDocumentsFromStream(batch.stream(), new Document(), null, 0, 0, 0, fieldSelector)
                .collectDocuments();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fieldSelector) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fieldSelector);
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        long found = query == null || query.isEmpty() ? documents.sizeAsLong() : countOf(query, skip, limit);
        long left = Math.max(0, found - Math.max(0, skip));
        return Math.toIntExact(limit > 0 ? Math.min(limit, left) : left);
    }

    private long countOf(Document query, int skip, int limit) {
        long enough = limit > 0 ? (long) Math.max(0, skip) + limit : Long.MAX_VALUE;
        long count = 0;
        try (Results found = find(query, Sort.of(null), 0, 0)) {
            while (count < enough && found.hasNext()) {
                found.next();
                count++;
            }
        }
        return count;
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.sizeAsLong());
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Document getDocument(Key position) {
        byte[] bytes = documents.get(position);
        if (bytes == null) {
            throw new IllegalStateException("no document at " + position);
        }
        return Bson.decode(bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
    }

    // Writing

    @Override
    public void addDocument(Document document) {
        if (document.get("_id") instanceof Collection) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        }
        if ("_id".equals(getIdField()) && !document.containsKey("_id")) {
            document.put("_id", new ObjectId());
        }
        byte[] bytes = Bson.encode(document);
        Key id = idOf(document);
        lock.lock();
        try {
            if (documents.containsKey(id)) {
                throw new DuplicateKeyError(
                        this, "_id_ dup key: { _id: " + Json.toCompactJsonValue(document.get("_id")) + " }");
            }
            Map<RangeIndex, RangeIndex.Changes> entries = entriesOf(document);
            entries.forEach((index, changes) -> index.refuseDuplicates(changes, id, this));
            documents.put(id, bytes);
            entries.forEach((index, changes) -> index.replace(RangeIndex.nothing(), changes, id));
        } finally {
            lock.unlock();
        }
    }

    private Key idOf(Document document) {
        String idField = getIdField();
        return KeyWriter.of(idField == null ? UUID.randomUUID() : document.get(idField));
    }

    private Map<RangeIndex, RangeIndex.Changes> entriesOf(Document document) {
        Map<RangeIndex, RangeIndex.Changes> entries = new LinkedHashMap<>();
        ranges.forEach(index -> entries.put(index, index.entriesOf(document)));
        return entries;
    }

    /** The last step of the library's update, after every index's checkUpdate has agreed. */
    @Override
    protected void handleUpdate(Key position, Document oldDocument, Document newDocument) {
        byte[] bytes = Bson.encode(newDocument);
        Map<RangeIndex, RangeIndex.Changes> before = entriesOf(oldDocument);
        Map<RangeIndex, RangeIndex.Changes> after = entriesOf(newDocument);
        documents.put(position, bytes);
        ranges.forEach(index -> index.replace(changesOf(before, index), changesOf(after, index), position));
    }

    private static RangeIndex.Changes changesOf(Map<RangeIndex, RangeIndex.Changes> all, RangeIndex index) {
        return all.getOrDefault(index, RangeIndex.nothing());
    }

    @Override
    public void removeDocument(Document document) {
        lock.lock();
        try {
            Key position = getIdField() == null ? findDocumentPosition(document) : idOf(document);
            if (position != null) {
                removeDocument(position);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void removeDocument(Key position) {
        lock.lock();
        try {
            byte[] bytes = documents.get(position);
            if (bytes == null) {
                return;
            }
            Map<RangeIndex, RangeIndex.Changes> before = entriesOf(Bson.decode(bytes));
            documents.remove(position);
            before.forEach((index, changes) -> index.replace(changes, RangeIndex.nothing(), position));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Document findAndModify(Document query) {
        lock.lock();
        try {
            return super.findAndModify(query);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document updateQuery,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        lock.lock();
        try {
            Document narrowed = isMulti ? selector : firstOf(selector);
            return super.updateDocuments(narrowed, updateQuery, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            lock.unlock();
        }
    }

    /** The library reads everything that a selector finds, and then changes the first: let it find just that. */
    private Document firstOf(Document selector) {
        String idField = getIdField();
        if (idField == null || selector.containsKey(idField)) {
            return selector;
        }
        try (Results first = find(selector, Sort.of(null), 0, 1)) {
            if (!first.hasNext()) {
                return selector;
            }
            Document narrowed = selector.clone();
            narrowed.put(idField, first.next().document().get(idField));
            return narrowed;
        }
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        lock.lock();
        try {
            return super.deleteDocuments(selector, limit, oplog);
        } finally {
            lock.unlock();
        }
    }

    // Indexes

    @Override
    public void addIndex(Index<Key> index) {
        lock.lock();
        try {
            boolean known =
                    getIndexes().stream().anyMatch(other -> other.getName().equals(index.getName()));
            if (!known && index instanceof RangeIndex range && !range.ready()) {
                build(range);
            }
            super.addIndex(index); // refuses another index of the same name
            ranges = getIndexes().stream()
                    .filter(RangeIndex.class::isInstance)
                    .map(RangeIndex.class::cast)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void build(RangeIndex index) {
        index.begin();
        try {
            for (Map.Entry<Key, byte[]> entry : documents.entrySet()) {
                RangeIndex.Changes changes = index.entriesOf(Bson.decode(entry.getValue()));
                index.refuseDuplicates(changes, entry.getKey(), this);
                index.replace(RangeIndex.nothing(), changes, entry.getKey());
            }
        } catch (MongoServerError e) {
            index.drop();
            throw new IndexBuildFailedException(e, this);
        }
    }

    @Override
    public void dropIndex(String indexName) {
        lock.lock();
        try {
            ranges = ranges.stream()
                    .filter(index -> !index.getName().equals(indexName))
                    .toList();
            super.dropIndex(indexName);
        } finally {
            lock.unlock();
        }
    }

    /** Holds every index against the documents, each at one moment, and says what is missing or too much. */
    @Override
    public Document validate() {
        List<String> errors = new ArrayList<>();
        Document entries = new Document("_id_", documents.sizeAsLong());
        for (RangeIndex index : ranges) {
            try (Snapshot moment = snapshot(index)) {
                entries.append(index.getName(), index.verify(moment, errors::add));
            }
        }
        return new Document("ns", getFullName())
                .append("nrecords", documents.sizeAsLong())
                .append("nIndexes", getIndexes().size())
                .append("keysPerIndex", entries)
                .append("valid", errors.isEmpty())
                .append("errors", errors)
                .append("ok", 1.0);
    }

    // What the library asks for and this collection has no use for

    @Override
    protected Key addDocumentInternal(Document document) {
        throw new UnsupportedOperationException("see addDocument");
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    /** Bytes of all documents; found by reading them, as nobody asks but a person. */
    @Override
    protected int getDataSize() {
        long bytes = documents.values().stream()
                .mapToLong(document -> document.length)
                .sum();
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
