package dev.drumbeat.incentives.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is a journal what was written? It is walked from its head back: every entry names the digest of the one before, so that what was
 * edited, deleted, inserted, reordered or cut off can be told apart and named. Nothing stored is believed but the head; who wants to
 * distrust that too brings one that was kept elsewhere.
 */
public final class Verification {
    public enum TamperKind {
        EDITED,
        DELETED,
        INSERTED,
        REORDERED,
        TAIL_CUT,
        KEPT_HEAD_UNKNOWN
    }

    /** @param resource empty when it can't be known any more */
    public record Tampering(TamperKind kind, long sequence, String resource, String message) {}

    private final Head head;
    private final List<StoredEntry> rows;
    private final Map<Long, StoredEntry> byPosition = new HashMap<>();
    private final Map<String, StoredEntry> byDigest = new HashMap<>();
    private final Set<StoredEntry> accounted = new HashSet<>();
    private final List<Tampering> found = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();

    /** An entry of the journal with the row that holds it. */
    private record Placed(long sequence, StoredEntry row) {}

    private Verification(Head head, List<StoredEntry> rows) {
        this.head = head;
        this.rows = rows;
        rows.forEach(row -> {
            byPosition.put(row.position(), row);
            byDigest.putIfAbsent(row.digest(), row);
        });
    }

    /**
     * @param rows all that the store holds of the journal, in any order
     * @param kept a head that was kept elsewhere
     */
    public static List<Tampering> of(Head head, List<StoredEntry> rows, Optional<Head> kept) {
        Verification verification = new Verification(head, rows);
        verification.walk();
        verification.inserted();
        verification.reordered();
        kept.ifPresent(verification::kept);
        return verification.found.stream()
                .sorted(Comparator.comparingLong(Tampering::sequence))
                .toList();
    }

    private void walk() {
        @Nullable String expected = head.digest();
        long highest = rows.stream().mapToLong(StoredEntry::position).max().orElse(0);
        for (long sequence = head.count(); sequence > 0; sequence--) {
            StoredEntry row = find(sequence, expected);
            if (row == null) {
                missing(sequence, highest);
                expected = null;
                continue;
            }
            accounted.add(row);
            placed.add(new Placed(sequence, row));
            boolean asLinked = expected == null || row.digest().equals(expected);
            if (row.isIntact() && asLinked) {
                expected = row.predecessor();
            } else {
                found.add(new Tampering(
                        TamperKind.EDITED,
                        sequence,
                        row.resource(),
                        "Entry " + sequence + " is not what was written."));
                expected = null;
            }
        }
        if (expected != null && head.count() > 0 && !expected.equals(Digests.NOTHING)) {
            found.add(new Tampering(TamperKind.EDITED, 1, "", "The first entry is not what was written."));
        }
    }

    /** By its digest wherever it lies; else what claims the place, which then was edited. */
    private @Nullable StoredEntry find(long sequence, @Nullable String expected) {
        if (expected != null) {
            @Nullable StoredEntry linked = byDigest.get(expected);
            if (linked != null) {
                return linked;
            }
        }
        @Nullable StoredEntry there = byPosition.get(sequence);
        if (there != null && !accounted.contains(there) && (there.claimed() == sequence || !there.isIntact())) {
            return there;
        }
        return rows.stream()
                .filter(row -> row.claimed() == sequence && !accounted.contains(row))
                .findFirst()
                .orElse(null);
    }

    private void missing(long sequence, long highest) {
        boolean tail = sequence > highest;
        found.add(new Tampering(
                tail ? TamperKind.TAIL_CUT : TamperKind.DELETED,
                sequence,
                "",
                tail
                        ? "Entry " + sequence + " of " + head.count() + " is gone: the tail was cut off."
                        : "Entry " + sequence + " is gone."));
    }

    private void inserted() {
        rows.stream()
                .filter(row -> !accounted.contains(row))
                .forEach(row -> found.add(new Tampering(
                        TamperKind.INSERTED,
                        row.position(),
                        row.resource(),
                        "What stands at place " + row.position() + " was never written.")));
    }

    /** Rows that moved because others came or went keep their order; only those that don't were reordered. */
    private void reordered() {
        long lowest = Long.MAX_VALUE;
        for (Placed entry : placed) {
            if (entry.row().position() > lowest) {
                found.add(new Tampering(
                        TamperKind.REORDERED,
                        entry.sequence(),
                        entry.row().resource(),
                        "Entry " + entry.sequence() + " stands at place "
                                + entry.row().position() + "."));
            }
            lowest = Math.min(lowest, entry.row().position());
        }
    }

    private void kept(Head kept) {
        boolean known = kept.count() == 0
                ? kept.digest().equals(Digests.NOTHING)
                : kept.count() <= head.count()
                        && placed.stream()
                                .anyMatch(entry -> entry.sequence() == kept.count()
                                        && entry.row().digest().equals(kept.digest())
                                        && entry.row().isIntact());
        if (!known) {
            found.add(new Tampering(
                    TamperKind.KEPT_HEAD_UNKNOWN,
                    kept.count(),
                    "",
                    "The head that was kept (" + kept.count() + " entries) is not in this journal."));
        }
    }
}
