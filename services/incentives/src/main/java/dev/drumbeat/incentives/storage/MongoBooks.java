package dev.drumbeat.incentives.storage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import dev.drumbeat.incentives.Book;
import dev.drumbeat.incentives.Books;
import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.StoredEntry;
import dev.drumbeat.incentives.journal.Trees;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.mongo.AuditTrail;
import dev.drumbeat.platform.mongo.MongoAggregates;
import dev.drumbeat.platform.mongo.Revisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Books in one collection, their journals in another. An entry has taken effect with the book that carries it. */
final class MongoBooks extends MongoAggregates<Book> implements Books {
    static final String COLLECTION = "books";
    private static final String PENDING = "pending";
    private static final String CHANGED_AT = "changedAt";

    private final JournalRows journal;

    MongoBooks(MongoDatabase database, AuditTrail trail) {
        super(database, COLLECTION, trail);
        this.journal = new JournalRows(database);
    }

    @Override
    public void prepare() {
        super.prepare();
        index("changed", CHANGED_AT);
        journal.prepare();
    }

    @Override
    protected String id(Book book) {
        return book.partnership();
    }

    @Override
    protected Document write(Book book) {
        return Bson.document(Trees.write(book));
    }

    @Override
    protected Book read(Document document) {
        return Trees.read(Bson.tree(document), Book.class);
    }

    @Override
    public void settle(Versioned<Book> book) {
        List<Entry> pending = book.value().pending();
        if (pending.isEmpty()) {
            return;
        }
        journal.insert(book.value().partnership(), pending);
        documents.updateOne(Revisions.unchanged(book.value().partnership(), book.revision()), Updates.unset(PENDING));
    }

    @Override
    public List<Versioned<Book>> find(Collection<String> partnerships) {
        return documents
                .find(Filters.in(Revisions.ID, partnerships))
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public List<Versioned<Book>> all(String after, int atMost) {
        return documents
                .find(Filters.gt(Revisions.ID, after))
                .sort(Sorts.ascending(Revisions.ID))
                .limit(atMost)
                .map(this::versioned)
                .into(new ArrayList<>());
    }

    @Override
    public List<Changed> changedAfter(Instant moment, int atMost) {
        return documents
                .find(Filters.gt(CHANGED_AT, moment))
                .sort(Sorts.ascending(CHANGED_AT))
                .projection(Projections.include(CHANGED_AT))
                .limit(atMost)
                .map(row -> new Changed(
                        row.getString(Revisions.ID), row.getDate(CHANGED_AT).toInstant()))
                .into(new ArrayList<>());
    }

    @Override
    public List<Entry> topics(String partnership, Collection<String> topics) {
        return journal.topics(partnership, topics);
    }

    @Override
    public List<Entry> all(String partnership, Class<?> kind, String topicPrefix) {
        return journal.all(partnership, kind, topicPrefix);
    }

    @Override
    public Page<Entry> page(
            String partnership, Class<?> kind, String topicPrefix, Optional<Instant> asOf, Page.Wanted wanted) {
        return journal.page(partnership, kind, topicPrefix, asOf, wanted);
    }

    @Override
    public List<StoredEntry> rows(String partnership) {
        return journal.rows(partnership);
    }
}
