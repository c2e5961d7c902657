package dev.drumbeat.store;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** One moment of a collection and one of its indexes, which stays readable while others write, until it is closed. */
final class Snapshot implements AutoCloseable {

    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final MVMap<Key, byte[]> documents;
    private final RootReference<Key, byte[]> documentsRoot;
    private final @Nullable MVMap<Key, Key> index;
    private final @Nullable RootReference<Key, Key> indexRoot;

    /** To be called under the collection's lock, so that both maps are of the same moment. */
    Snapshot(MVStore store, MVMap<Key, byte[]> documents, @Nullable MVMap<Key, Key> index) {
        this.store = store;
        this.usage = store.registerVersionUsage();
        this.documents = documents;
        this.documentsRoot = documents.flushAndGetRoot();
        this.index = index;
        this.indexRoot = index == null ? null : index.flushAndGetRoot();
    }

    /** From a key on, upwards or downwards; from the very end when there is no key. */
    Cursor<Key, ?> entries(@Nullable Key from, boolean reverse) {
        if (index != null && indexRoot != null) {
            return index.cursor(indexRoot, from, null, reverse);
        }
        return documents.cursor(documentsRoot, from, null, reverse);
    }

    Cursor<Key, byte[]> documents() {
        return documents.cursor(documentsRoot, null, null, false);
    }

    boolean indexHas(Key entry) {
        return index != null && indexRoot != null && index.get(indexRoot.root, entry) != null;
    }

    long indexSize() {
        return indexRoot == null ? 0 : indexRoot.getTotalCount();
    }

    byte @Nullable [] document(Key id) {
        return documents.get(documentsRoot.root, id);
    }

    @Override
    public void close() {
        store.deregisterVersionUsage(usage);
    }
}
