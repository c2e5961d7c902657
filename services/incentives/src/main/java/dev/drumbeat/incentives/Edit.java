package dev.drumbeat.incentives;

import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact;
import dev.drumbeat.incentives.journal.Fact.StatementProposed;
import dev.drumbeat.platform.calendar.Period;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A change of a book in the making. */
final class Edit {
    private final Books books;
    private final Actor actor;
    private final Instant at;
    private final long revision;
    private final List<AuditEvent> events = new ArrayList<>();
    private final List<Entry> added = new ArrayList<>();
    private Book book;

    Edit(Books books, Book before, long revision, Actor actor, Instant at) {
        this.books = books;
        this.actor = actor;
        this.at = at;
        this.revision = revision;
        this.book = before.begun(at);
    }

    Book book() {
        return book;
    }

    Actor actor() {
        return actor;
    }

    Instant at() {
        return at;
    }

    void put(Agreement agreement) {
        book = book.with(agreement);
    }

    void remove(String agreement) {
        book = book.without(agreement);
    }

    /** Puts a fact into the journal, in the name of who asks. */
    void record(Fact fact) {
        book = book.recorded(fact, actor, at);
        added.add(book.pending().getLast());
        String topic = fact.topic();
        if (topic.startsWith("statement:")) {
            book = book.opened(
                    topic,
                    statements(topic).stream()
                            .filter(StatementView::waits)
                            .map(StatementView::open)
                            .toList());
        }
    }

    /** With what this change adds. */
    List<StatementView> statements(String topic) {
        return StatementView.of(entries(topic));
    }

    /** The latest settlement period of an agreement that has a statement. */
    Optional<Period> lastStated(String agreement) {
        return books.all(book.partnership(), StatementProposed.class, "statement:" + Names.id(agreement) + ".").stream()
                .map(entry -> ((StatementProposed) entry.fact()).period())
                .max(Comparator.naturalOrder());
    }

    List<Entry> entries(String topic) {
        List<Entry> entries = new ArrayList<>(books.topics(book.partnership(), List.of(topic)));
        added.stream().filter(entry -> entry.fact().topic().equals(topic)).forEach(entries::add);
        return entries;
    }

    void audit(String action, String subject, String before, String after, String reason) {
        events.add(new AuditEvent(
                Ids.of(book.partnership(), Long.toString(revision), action, Integer.toString(events.size())),
                book.partnership(),
                at,
                actor,
                action,
                subject,
                before,
                after,
                reason));
    }

    List<AuditEvent> events() {
        return events;
    }
}
