package dev.drumbeat.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index: the values of its fields, then the id of the document, so that entries with equal values have an order
 * too. A unique index is the same thing with a look before each entry. All changes happen under the collection's lock.
 */
final class RangeIndex extends OwnIndex {

    private static final String SINGLE = "single";
    private static final String MULTIKEY = "multikey";

    private final String mapName;
    private final MVMap<Key, Key> entries;
    private final MVMap<String, String> traits;
    private final boolean unique;

    /**
     * @param traits one map for the whole store: which indexes have been built, and which of them have ever met an array;
     *     such an index neither gives an order nor bounds a range on both sides
     */
    RangeIndex(
            String name,
            List<IndexKey> keys,
            boolean unique,
            boolean sparse,
            MVMap<Key, Key> entries,
            MVMap<String, String> traits) {
        super(name, keys, sparse);
        this.mapName = entries.getName();
        this.entries = entries;
        this.traits = traits;
        this.unique = unique;
    }

    MVMap<Key, Key> entries() {
        return entries;
    }

    boolean multikey() {
        return MULTIKEY.equals(traits.get(mapName));
    }

    /** Whether it leaves out the documents that have none of its fields. */
    boolean incomplete() {
        return isSparse();
    }

    /** What this index must hold of the document: each entry's key, with the values it was made of. */
    Changes entriesOf(Document document) {
        IndexEntries found = IndexEntries.of(document, keys());
        Map<Key, List<@Nullable Object>> keys = new LinkedHashMap<>();
        for (List<@Nullable Object> values : found.values()) {
            if (!isSparse() || !values.stream().allMatch(Missing.class::isInstance)) {
                keys.put(keyOf(values), values);
            }
        }
        return new Changes(keys, found.multikey());
    }

    private Key keyOf(List<@Nullable Object> values) {
        Key key = Key.EMPTY;
        for (int at = 0; at < values.size(); at++) {
            Object value = values.get(at);
            Key encoded = value == IndexEntries.EMPTY_ARRAY ? KeyWriter.ofEmptyArray() : KeyWriter.of(value);
            key = key.plus(getKeys().get(at).isAscending() ? encoded : encoded.inverted());
        }
        return key;
    }

    /** The entries of one document, before its id is put behind each. */
    record Changes(Map<Key, List<@Nullable Object>> keys, boolean multikey) {}

    /** Throws when another document than this one already has one of these values. */
    void refuseDuplicates(Changes changes, Key id, MongoCollection<Key> collection) {
        if (!unique) {
            return;
        }
        for (Map.Entry<Key, List<@Nullable Object>> entry : changes.keys().entrySet()) {
            if (holderOf(entry.getKey(), id) != null) {
                throw new DuplicateKeyError(this, collection, getKeys(), described(entry.getValue()));
            }
        }
    }

    private @Nullable Key holderOf(Key key, Key except) {
        Cursor<Key, Key> from = entries.cursor(key);
        while (from.hasNext() && from.next().startsWith(key)) {
            if (!from.getValue().equals(except)) {
                return from.getValue();
            }
        }
        return null;
    }

    private static KeyValue described(List<@Nullable Object> values) {
        return new KeyValue(values.stream()
                .map(value -> value == IndexEntries.EMPTY_ARRAY ? List.of() : value instanceof Missing ? null : value)
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    /** Puts the new entries in the place of the old ones. */
    void replace(Changes before, Changes after, Key id) {
        for (Key key : before.keys().keySet()) {
            if (!after.keys().containsKey(key)) {
                entries.remove(key.plus(id));
            }
        }
        for (Key key : after.keys().keySet()) {
            if (!before.keys().containsKey(key)) {
                entries.put(key.plus(id), id);
            }
        }
        if (after.multikey() && !multikey()) {
            traits.put(mapName, MULTIKEY);
        }
    }

    /** Tells of each entry that this index should have had at that moment and had not, and of any beyond. */
    long verify(Snapshot moment, Consumer<String> error) {
        long expected = 0;
        Cursor<Key, byte[]> all = moment.documents();
        while (all.hasNext()) {
            Key id = all.next();
            for (Key key : entriesOf(Bson.decode(all.getValue())).keys().keySet()) {
                expected++;
                if (!moment.indexHas(key.plus(id))) {
                    error.accept(getName() + " lacks the document with the id " + id);
                }
            }
        }
        long found = moment.indexSize();
        if (found != expected) {
            error.accept(getName() + " has " + found + " entries instead of " + expected);
        }
        return found;
    }

    static Changes nothing() {
        return new Changes(Map.of(), false);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof RangeIndex index
                && super.hasSameOptions(other)
                && unique == index.unique
                && fields().equals(index.fields());
    }

    private String fields() {
        return getKeys().toString();
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
        refuseDuplicates(entriesOf(newDocument), KeyWriter.of(newDocument.get("_id")), collection);
    }

    boolean ready() {
        return traits.containsKey(mapName);
    }

    /** Starts the index anew, without entries. */
    void begin() {
        entries.clear();
        traits.put(mapName, SINGLE);
    }

    @Override
    public void drop() {
        traits.remove(mapName);
        entries.store.removeMap(entries);
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }
}
