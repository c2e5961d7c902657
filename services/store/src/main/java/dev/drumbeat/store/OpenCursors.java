package dev.drumbeat.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers that are not yet fetched to their end. One that nobody asks for any more is forgotten after a while. */
final class OpenCursors {

    /** As long as MongoDB keeps an idle cursor. */
    static final Duration IDLE = Duration.ofMinutes(10);

    private record Open(ResultCursor cursor, Instant lastUsed) {}

    private final Map<Long, Open> cursors = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Clock clock;

    OpenCursors(Clock clock) {
        this.clock = clock;
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    void keep(ResultCursor cursor) {
        cursors.put(cursor.getId(), new Open(cursor, clock.instant()));
    }

    Document getMore(String namespace, long id, int batchSize) {
        Open open = cursors.remove(id); // nobody else may fetch from it at the same time
        if (open == null) {
            throw new CursorNotFoundException(id);
        }
        List<Document> batch = open.cursor().takeDocuments(batchSize);
        if (open.cursor().isEmpty()) {
            open.cursor().close();
        } else {
            keep(open.cursor());
        }
        Document cursor = new Document("id", open.cursor().isEmpty() ? 0L : id)
                .append("ns", namespace)
                .append("nextBatch", batch);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    Document kill(Iterable<?> ids) {
        List<Long> killed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Object id : ids) {
            long number = ((Number) id).longValue();
            (forget(cursors.get(number)) ? killed : unknown).add(number);
        }
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of())
                .append("ok", 1.0);
    }

    void forgetIdle() {
        Instant longAgo = clock.instant().minus(IDLE);
        cursors.values().stream()
                .filter(open -> open.lastUsed().isBefore(longAgo))
                .forEach(this::forget);
    }

    private boolean forget(@Nullable Open open) {
        if (open == null || !cursors.remove(open.cursor().getId(), open)) {
            return false;
        }
        open.cursor().close();
        return true;
    }
}
