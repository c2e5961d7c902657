package dev.drumbeat.incentives.storage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.StoredEntry;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.mongo.Doc;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The journal's entries, one document each, in the place that the book gave them. */
final class JournalRows {
    static final String COLLECTION = "journal";

    private final MongoCollection<Document> rows;

    JournalRows(MongoDatabase database) {
        this.rows = database.getCollection(COLLECTION);
    }

    void prepare() {
        index("topic", "partnership", "topic", "position");
        index("kind", "partnership", "kind", "position");
        index("place", "partnership", "position");
    }

    private void index(String name, String... fields) {
        rows.createIndex(Indexes.ascending(fields), new IndexOptions().name(name));
    }

    void insert(String partnership, List<Entry> entries) {
        Revisions.insertMissing(
                rows, entries.stream().map(entry -> row(partnership, entry)).toList());
    }

    private static Document row(String partnership, Entry entry) {
        return new Document(Revisions.ID, "%s|%012d".formatted(partnership, entry.sequence()))
                .append("partnership", partnership)
                .append("position", entry.sequence())
                .append("kind", entry.fact().getClass().getSimpleName())
                .append("topic", entry.fact().topic())
                .append("at", entry.at())
                .append("digest", entry.digest())
                .append("entry", Bson.document(entry.tree()));
    }

    List<Entry> topics(String partnership, Collection<String> topics) {
        return topics.isEmpty()
                ? List.of()
                : rows.find(and(eq("partnership", partnership), in("topic", topics)))
                        .sort(Sorts.ascending("position"))
                        .map(JournalRows::entry)
                        .into(new ArrayList<>());
    }

    List<Entry> all(String partnership, Class<?> kind, String topicPrefix) {
        return rows.find(and(ofKind(partnership, kind, topicPrefix)))
                .sort(Sorts.ascending("position"))
                .map(JournalRows::entry)
                .into(new ArrayList<>());
    }

    Page<Entry> page(
            String partnership, Class<?> kind, String topicPrefix, Optional<Instant> asOf, Page.Wanted wanted) {
        List<org.bson.conversions.Bson> filters = new ArrayList<>(ofKind(partnership, kind, topicPrefix));
        asOf.ifPresent(moment -> filters.add(lte("at", moment)));
        if (!wanted.after().isEmpty()) {
            filters.add(lt("position", Page.position(wanted.after(), Long::parseLong)));
        }
        List<Entry> found = rows.find(and(filters))
                .sort(Sorts.descending("position"))
                .limit(wanted.size() + 1)
                .map(JournalRows::entry)
                .into(new ArrayList<>());
        return Page.of(found, wanted, entry -> Long.toString(entry.sequence()));
    }

    private static List<org.bson.conversions.Bson> ofKind(String partnership, Class<?> kind, String topicPrefix) {
        List<org.bson.conversions.Bson> filters = new ArrayList<>();
        filters.add(eq("partnership", partnership));
        filters.add(eq("kind", kind.getSimpleName()));
        if (!topicPrefix.isEmpty()) {
            filters.add(gte("topic", topicPrefix));
            filters.add(lt("topic", topicPrefix + "\uffff"));
        }
        return filters;
    }

    List<StoredEntry> rows(String partnership) {
        return rows.find(eq("partnership", partnership))
                .map(row -> new StoredEntry(
                        Doc.longInteger(row, "position"), Doc.text(row, "digest"), Bson.tree(Doc.child(row, "entry"))))
                .into(new ArrayList<>());
    }

    private static Entry entry(Document row) {
        return Entry.of(Bson.tree(Doc.child(row, "entry")));
    }
}
