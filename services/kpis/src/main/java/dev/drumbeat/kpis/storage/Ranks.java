package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.kpis.PortfolioLine;
import dev.drumbeat.platform.mongo.Doc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What is needed to rank partnerships, remembered and brought up to date at every question by one look at what was written since
 * the last one. So ranking 2,000 partnerships reads two thousand small documents once, and then those that changed. Nothing is lost
 * with the process, and no answer is older than its question, unless a line took more than {@link #OVERLAP} from its writer's
 * clock until it could be seen. Even that is put right, and what nobody asks for any more is dropped, when all is forgotten and
 * read anew every {@link #FORGOTTEN_AFTER}.
 */
final class Ranks {
    private static final Duration OVERLAP = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(2);
    private static final int AT_ONCE = 200;
    private static final Bson WITHOUT_GOAL = Projections.exclude("goal");

    private final MongoCollection<Document> lines;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    /** Of partnerships that were asked for, and of no others. */
    private final Map<String, PortfolioLine> known = new HashMap<>();

    private Instant begun = Instant.MIN;
    private Instant cursor = Instant.MIN;
    /** When the last look that came to its end had begun, by {@link System#nanoTime}. */
    private long lastLook;

    Ranks(MongoCollection<Document> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Without goals; those without a commit are left out. */
    Map<String, PortfolioLine> of(Collection<String> partnerships) {
        long asked = System.nanoTime();
        lock.lock();
        try {
            bringUpToDate(asked);
            load(partnerships.stream()
                    .filter(name -> !known.containsKey(name))
                    .distinct()
                    .toList());
            Map<String, PortfolioLine> found = new HashMap<>();
            for (String partnership : partnerships) {
                PortfolioLine line = known.get(partnership);
                if (line != null && line.revision() > 0) {
                    found.put(partnership, line);
                }
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    private void bringUpToDate(long asked) {
        Instant now = clock.instant();
        long looked = System.nanoTime();
        if (begun.equals(Instant.MIN) || !now.isBefore(begun.plus(FORGOTTEN_AFTER))) {
            known.clear();
            begun = now;
            cursor = now;
        } else if (lastLook - asked < 0) {
            look(now);
        } else {
            // That look began after this question was asked: it has seen all that this one would see.
            return;
        }
        lastLook = looked;
    }

    private void look(Instant now) {
        Instant latest = cursor;
        for (Document document : lines.find(Filters.gt(ScorecardDocuments.WRITTEN_AT, cursor.minus(OVERLAP)))
                .projection(WITHOUT_GOAL)
                .sort(Sorts.ascending(ScorecardDocuments.WRITTEN_AT))) {
            PortfolioLine line = ScorecardDocuments.line(document);
            known.computeIfPresent(line.partnership(), (name, before) -> newer(before, line));
            Instant writtenAt = Doc.instant(document, ScorecardDocuments.WRITTEN_AT);
            // Never beyond our own clock, or what a faster clock wrote would hide what a slower one writes next.
            latest = writtenAt.isAfter(latest) && !writtenAt.isAfter(now) ? writtenAt : latest;
        }
        cursor = latest;
    }

    private void load(List<String> unknown) {
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<String> some = unknown.subList(from, Math.min(from + AT_ONCE, unknown.size()));
            lines.find(Filters.in("_id", some))
                    .projection(WITHOUT_GOAL)
                    .batchSize(AT_ONCE + 1)
                    .map(ScorecardDocuments::line)
                    .forEach(line -> known.put(line.partnership(), line));
            // What has no line yet is remembered as that, until its first one is written.
            some.forEach(name -> known.computeIfAbsent(name, PortfolioLine::blank));
        }
    }

    private static PortfolioLine newer(PortfolioLine one, PortfolioLine other) {
        return one.revision() > other.revision() ? one : other;
    }
}
