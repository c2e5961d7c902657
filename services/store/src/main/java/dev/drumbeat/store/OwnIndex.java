package dev.drumbeat.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as the library knows it, with what the library does to indexes taken away: {@link StoreCollection} finds
 * documents and changes entries by itself, all of one document at once, so that an error in the middle leaves no hole.
 */
abstract class OwnIndex extends Index<Key> {

    OwnIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** Never, for the library, which would otherwise begin to fill the index. */
    @Override
    public final boolean isEmpty() {
        return false;
    }

    @Override
    public @Nullable Key getPosition(Document document) {
        return null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {}

    @Override
    public final void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {}

    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public void drop() {}

    @Override
    public final void checkAdd(Document document, MongoCollection<Key> collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void add(Document document, Key position, MongoCollection<Key> collection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final Key remove(Document document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }
}
