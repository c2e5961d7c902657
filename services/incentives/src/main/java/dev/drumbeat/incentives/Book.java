package dev.drumbeat.incentives;

import dev.drumbeat.incentives.journal.Entry;
import dev.drumbeat.incentives.journal.Fact;
import dev.drumbeat.incentives.journal.Head;
import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a partnership's money hangs on, in one document: its agreements and the head of its journal. A write is one
 * compare-and-set of it; entries that it makes travel inside until they stand in the journal.
 *
 * @param agreements oldest first
 * @param pending entries that may not stand in the journal yet, oldest first
 * @param open statements that wait for somebody
 */
public record Book(
        String partnership,
        List<Agreement> agreements,
        Head head,
        List<Entry> pending,
        List<OpenStatement> open,
        Instant changedAt) {
    /**
     * A statement that waits for a signature, an answer or a payment.
     *
     * @param state PROPOSED, DISPUTED or SIGNED
     */
    public record OpenStatement(
            String name, String topic, String state, int disputedLines, boolean ownerSigned, boolean partnerSigned) {}

    public Book {
        agreements = List.copyOf(agreements);
        pending = List.copyOf(pending);
        open = List.copyOf(open);
    }

    public static Book empty(String partnership) {
        return new Book(partnership, List.of(), Head.EMPTY, List.of(), List.of(), Instant.EPOCH);
    }

    public Optional<Agreement> agreement(String name) {
        return agreements.stream()
                .filter(agreement -> agreement.name().equals(name))
                .findFirst();
    }

    Agreement require(String name) {
        return agreement(name).orElseThrow(() -> Refusal.notFound(name));
    }

    Book with(Agreement agreement) {
        List<Agreement> all = new ArrayList<>();
        boolean known = false;
        for (Agreement other : agreements) {
            boolean same = other.name().equals(agreement.name());
            all.add(same ? agreement : other);
            known |= same;
        }
        if (!known) {
            all.add(agreement);
        }
        return new Book(partnership, all, head, pending, open, changedAt);
    }

    Book without(String agreement) {
        return new Book(
                partnership,
                agreements.stream()
                        .filter(other -> !other.name().equals(agreement))
                        .toList(),
                head,
                pending,
                open,
                changedAt);
    }

    Book recorded(Fact fact, Actor actor, Instant at) {
        Entry entry = new Entry(head.count() + 1, head.digest(), at, actor, fact);
        List<Entry> waiting = new ArrayList<>(pending);
        waiting.add(entry);
        return new Book(partnership, agreements, new Head(entry.sequence(), entry.digest()), waiting, open, changedAt);
    }

    Book opened(String topic, List<OpenStatement> ofTopic) {
        List<OpenStatement> all = new ArrayList<>(
                open.stream().filter(other -> !other.topic().equals(topic)).toList());
        all.addAll(ofTopic);
        return new Book(partnership, agreements, head, pending, all, changedAt);
    }

    /** A fresh page: what was pending stands in the journal. */
    Book begun(Instant at) {
        return new Book(partnership, agreements, head, List.of(), open, at);
    }
}
