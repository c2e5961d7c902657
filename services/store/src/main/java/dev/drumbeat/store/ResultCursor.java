package dev.drumbeat.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is left of an answer, handed out in batches that fit into a message. */
final class ResultCursor extends AbstractCursor implements AutoCloseable {

    /** Well below the 48 MB that a message may have, and the 16 MB of one document. */
    private static final long MAX_BATCH_BYTES = 8L << 20;

    private static final int DEFAULT_BATCH = 1_000;

    /** What a caller may see between two batches. */
    enum Between {
        /** What others write meanwhile, behind what has been read. */
        LATEST,
        /** Nothing but the moment of the first batch. */
        SNAPSHOT
    }

    private final Results results;
    private final UnaryOperator<List<Document>> projection;
    private final Between between;
    private boolean empty;

    ResultCursor(long id, Results results, UnaryOperator<List<Document>> projection, Between between) {
        super(id);
        this.results = results;
        this.projection = projection;
        this.between = between;
    }

    @Override
    public synchronized boolean isEmpty() {
        return empty;
    }

    @Override
    public List<Document> takeDocuments(int numberToReturn) {
        return take(numberToReturn > 0 ? numberToReturn : DEFAULT_BATCH, MAX_BATCH_BYTES);
    }

    List<Document> takeAll() {
        return take(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private synchronized List<Document> take(int count, long maxBytes) {
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        try {
            while (batch.size() < count && bytes < maxBytes && results.hasNext()) {
                Found found = results.next();
                bytes += found.size();
                batch.add(found.document());
            }
            empty = !results.hasNext();
        } finally {
            if (empty || between == Between.LATEST) {
                results.close();
            }
        }
        return projection.apply(batch);
    }

    @Override
    public synchronized void close() {
        results.close();
    }
}
