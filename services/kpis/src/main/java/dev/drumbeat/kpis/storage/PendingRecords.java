package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.DomainDocuments;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Makes one commit out of many documents without transactions. The scorecard's compare-and-set carries all records of the commit
 * inside it: with it the commit has taken effect. Then they are written to their collections, each under an id of its own so
 * that a second time changes nothing, and at last taken out of the scorecard. Whoever meets a scorecard with pending records
 * finishes it first: the next writer, the next reader of records, or the sweep.
 */
final class PendingRecords {
    private static final int SWEPT_AT_ONCE = 100;

    private final MongoCollection<Document> scorecards;
    private final MongoDatabase database;
    private final AuditTrail trail;
    private final Clock clock;

    PendingRecords(MongoDatabase database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.scorecards = database.getCollection(Collections.SCORECARDS);
        this.trail = trail;
        this.clock = clock;
    }

    /** @param scorecard with its revision and pending records */
    void finish(Document scorecard) {
        Document pending = scorecard.get(ScorecardDocuments.PENDING, Document.class);
        if (pending == null) {
            return;
        }
        insert(Collections.MEASUREMENTS, Doc.list(pending, "measurements", row -> row));
        insert(Collections.CORRECTIONS, Doc.list(pending, "corrections", row -> row));
        insert(Collections.NOTES, Doc.list(pending, "notes", row -> row));
        replaceEpisodes(Doc.list(pending, "episodes", row -> row));
        replaceLine(Doc.child(pending, "line"));
        trail.append(Doc.list(pending, "audit", DomainDocuments::event));
        insert(Collections.REQUESTS, List.of(Doc.child(pending, "answered")));
        scorecards.updateOne(
                Revisions.unchanged(Doc.text(scorecard, "_id"), Doc.longInteger(scorecard, "revision")),
                Updates.combine(
                        Updates.unset(ScorecardDocuments.PENDING), Updates.unset(ScorecardDocuments.PENDING_SINCE)));
    }

    /** Finishes what processes left behind that are no more; gives how many. */
    int finishOlderThan(Instant notAfter) {
        List<Document> left = scorecards
                .find(Filters.lte(ScorecardDocuments.PENDING_SINCE, notAfter))
                .projection(Projections.include("revision", ScorecardDocuments.PENDING))
                .limit(SWEPT_AT_ONCE)
                .into(new ArrayList<>());
        left.forEach(this::finish);
        return left.size();
    }

    private void insert(String collection, List<Document> rows) {
        Revisions.insertMissing(database.getCollection(collection), rows);
    }

    private void replaceEpisodes(List<Document> episodes) {
        MongoCollection<Document> collection = database.getCollection(Collections.EPISODES);
        episodes.forEach(episode -> Revisions.replaceOlder(collection, "changedAt", episode));
    }

    /** Marked with the moment of writing, which may be long after the commit's: watchers look for what was written since. */
    private void replaceLine(Document line) {
        line.put(ScorecardDocuments.WRITTEN_AT, clock.instant());
        Revisions.replaceOlder(database.getCollection(Collections.LINES), "revision", line);
    }
}
