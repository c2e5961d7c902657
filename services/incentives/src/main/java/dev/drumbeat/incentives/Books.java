package dev.drumbeat.incentives;

import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.StoredEntry;
import dev.drumbeat.platform.domain.Aggregates;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where books and their journals are kept, by partnership. Journals are read after their book was settled. */
public interface Books extends Aggregates<Book> {
    /** Writes pending entries to the journal; harmless at any time and any number of times. */
    void settle(Versioned<Book> book);

    /** Those there are. */
    List<Versioned<Book>> find(Collection<String> partnerships);

    /** Books with agreements, by partnership, after one. */
    List<Versioned<Book>> all(String after, int atMost);

    /** Books that changed after a moment, oldest change first. */
    List<Changed> changedAfter(Instant moment, int atMost);

    /** That something of a partnership changed. */
    record Changed(String partnership, Instant at) {}

    /** All entries of these topics, oldest first. */
    List<Entry> topics(String partnership, Collection<String> topics);

    /** All entries of one kind of fact whose topic begins so, oldest first. */
    List<Entry> all(String partnership, Class<?> kind, String topicPrefix);

    /** Newest first. */
    Page<Entry> page(String partnership, Class<?> kind, String topicPrefix, Optional<Instant> asOf, Page.Wanted wanted);

    /** Everything as it lies there. */
    List<StoredEntry> rows(String partnership);
}
