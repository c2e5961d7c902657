package dev.drumbeat.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on _id, which is the map of the documents itself. */
final class IdIndex extends OwnIndex {

    private final MVMap<Key, byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<Key, byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public @Nullable Key getPosition(Document document) {
        Key id = KeyWriter.of(document.get("_id"));
        return documents.containsKey(id) ? id : null;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }
}
