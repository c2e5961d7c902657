package dev.drumbeat.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a plan leads to, document by document. Within one batch it reads a {@link Snapshot}, so a document is seen as
 * it was at one moment; between batches it lets go of it and goes on behind the last key, so a forgotten cursor holds
 * nothing in the file.
 */
final class Scan implements Iterator<Found>, AutoCloseable {

    private final StoreCollection collection;
    private final Plan plan;
    private final Predicate<Document> filter;
    private final Set<Key> seen = new HashSet<>();

    private int interval = -1;
    private @Nullable Key lastKey;
    private @Nullable Snapshot snapshot;
    private @Nullable Cursor<Key, ?> entries;
    private @Nullable Found next;

    Scan(StoreCollection collection, Plan plan, Predicate<Document> filter) {
        this.collection = collection;
        this.plan = plan;
        this.filter = filter;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            Key key = nextKey();
            if (key == null) {
                return false;
            }
            next = read(key);
        }
        return true;
    }

    @Override
    public Found next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Found found = next;
        next = null;
        return found;
    }

    /** Lets go of the snapshot; reading can go on later. */
    @Override
    public void close() {
        entries = null;
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
        }
    }

    private @Nullable Key nextKey() {
        while (true) {
            if (entries == null && !openEntries()) {
                return null;
            }
            Interval within = current();
            while (entries != null && entries.hasNext()) {
                Key key = entries.next();
                if (key.equals(lastKey) || (plan.reverse() ? within.endsBefore(key) : within.beginsAfter(key))) {
                    continue;
                }
                if (plan.reverse() ? within.beginsAfter(key) : within.endsBefore(key)) {
                    break;
                }
                lastKey = key;
                return key;
            }
            entries = null;
            lastKey = null;
            interval++;
        }
    }

    private Interval current() {
        int count = plan.intervals().size();
        return plan.intervals().get(plan.reverse() ? count - 1 - interval : interval);
    }

    private boolean openEntries() {
        interval = Math.max(interval, 0);
        if (interval >= plan.intervals().size()) {
            return false;
        }
        if (snapshot == null) {
            snapshot = collection.snapshot(plan.index());
        }
        Interval within = current();
        Key from = lastKey != null ? lastKey : plan.reverse() ? within.to() : within.from();
        entries = snapshot.entries(from, plan.reverse());
        return true;
    }

    private @Nullable Found read(Key key) {
        if (snapshot == null || entries == null) {
            throw new IllegalStateException("read outside of a batch");
        }
        Key id = plan.index() == null ? key : (Key) entries.getValue();
        byte[] bytes = plan.index() == null ? (byte[]) entries.getValue() : snapshot.document(id);
        if (bytes == null || (plan.index() != null && plan.index().multikey() && !seen.add(id))) {
            return null;
        }
        Document document = Bson.decode(bytes);
        return filter.test(document) ? new Found(id, document, bytes.length) : null;
    }
}
