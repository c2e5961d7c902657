package dev.drumbeat.incentives;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * The one way in which a book changes: decide on it as it is, compare and set, decide anew when somebody was quicker. A request that
 * was answered before changes nothing.
 */
public final class Ledger {
    private final Books books;
    private final Clock clock;
    private final Consumer<String> announce;

    /** @param announce is told of every partnership whose book this process changed */
    public Ledger(Books books, Clock clock, Consumer<String> announce) {
        this.books = books;
        this.clock = clock;
        this.announce = announce;
    }

    Versioned<Book> write(Scope scope, Request request, Consumer<Edit> decide) {
        return write(scope.partnership(), scope.actor(), request, decide);
    }

    Versioned<Book> write(String partnership, Actor actor, Request request, Consumer<Edit> decide) {
        settled(partnership);
        Versioned<Book> written = Writes.change(books, partnership, partnership, request, clock.instant(), before -> {
            books.settle(before);
            Edit edit = new Edit(
                    books,
                    before.value(),
                    before.revision() + 1,
                    actor,
                    after(before.value().changedAt()));
            decide.accept(edit);
            return new Writes.Change<>(edit.book(), edit.events());
        });
        books.settle(written);
        announce.accept(partnership);
        return written;
    }

    /** The book with everything it says standing in the journal; an empty one is made where there is none. */
    Versioned<Book> settled(String partnership) {
        Versioned<Book> book = books.find(partnership).orElseGet(() -> {
            books.create(Versioned.first(
                    Book.empty(partnership),
                    new Request("services/incentives#book:" + partnership, "book"),
                    List.of()));
            return books.find(partnership).orElseThrow();
        });
        books.settle(book);
        return book;
    }

    Instant now() {
        return clock.instant();
    }

    /** Now, but later than every change before: the order of facts is never in doubt. */
    private Instant after(Instant lastChange) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(lastChange) ? now : lastChange.plusMillis(1);
    }
}
