package dev.drumbeat.kpis.storage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What the service keeps, and by which indexes it is found. Each begins with the partnership, by which it can be sharded. */
final class Collections {
    /** One document for each partnership: definitions, targets, standings, and what is pending. */
    static final String SCORECARDS = "scorecards";
    /** Append-only; the id names partnership, KPI, period and revision, so none can be there twice. */
    static final String MEASUREMENTS = "measurements";

    static final String EPISODES = "episodes";
    static final String CORRECTIONS = "corrections";
    static final String NOTES = "notes";
    /** Which requests were answered, and what. */
    static final String REQUESTS = "requests";
    /** Small copies of scorecards for lists. */
    static final String LINES = "lines";

    private Collections() {}

    static void prepare(MongoDatabase database) {
        index(database, SCORECARDS, "pending_since", Indexes.ascending(ScorecardDocuments.PENDING_SINCE));
        index(
                database,
                MEASUREMENTS,
                "kpi_start",
                Indexes.compoundIndex(
                        Indexes.ascending("partnership", "kpi"), Indexes.descending("start", "revision")));
        index(
                database,
                MEASUREMENTS,
                "newest",
                Indexes.compoundIndex(
                        Indexes.ascending("partnership"), Indexes.descending("start", "kpi", "revision")));
        index(database, EPISODES, "kpi", Indexes.ascending("partnership", "kpi"));
        index(database, EPISODES, "changed", Indexes.ascending("changedAt", "_id"));
        index(database, EPISODES, "state_changed", Indexes.ascending("state", "changedAt", "_id"));
        index(
                database,
                CORRECTIONS,
                "newest",
                Indexes.compoundIndex(Indexes.ascending("partnership", "kpi"), Indexes.descending("proposedAt")));
        index(
                database,
                NOTES,
                "newest",
                Indexes.compoundIndex(Indexes.ascending("partnership", "kpi"), Indexes.descending("writtenAt")));
        index(database, REQUESTS, "at", Indexes.ascending("at"));
        index(database, LINES, "written", Indexes.ascending(ScorecardDocuments.WRITTEN_AT));
    }

    private static void index(MongoDatabase database, String collection, String name, Bson keys) {
        MongoCollection<Document> documents = database.getCollection(collection);
        boolean sparse = name.equals("pending_since");
        documents.createIndex(keys, new IndexOptions().name(name).sparse(sparse));
    }
}
