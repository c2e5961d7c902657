package dev.drumbeat.incentives.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.incentives.journal.Fact.StatementSettled;
import dev.drumbeat.incentives.journal.Verification.TamperKind;
import dev.drumbeat.incentives.journal.Verification.Tampering;
import dev.drumbeat.platform.domain.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a journal behind its back is named, and nothing is named that was not done. */
final class VerificationTest {
    private final Random dice = new Random(7);

    @Test
    void an_untouched_journal_is_intact_in_whatever_order_the_store_gives_it() {
        for (int length = 0; length < 30; length++) {
            Journal journal = new Journal(length);
            java.util.Collections.shuffle(journal.rows, dice);
            assertThat(journal.verify()).isEmpty();
        }
    }

    @Test
    void each_edit_is_named_with_its_place() {
        for (int i = 0; i < 2_000; i++) {
            Journal journal = new Journal(2 + dice.nextInt(20));
            int at = dice.nextInt(journal.rows.size());
            StoredEntry row = journal.rows.get(at);
            Map<String, Object> tree = edited(row.tree());
            // With the digest made anew or not: both show.
            String digest = dice.nextBoolean() ? row.digest() : Digests.of(tree);
            journal.rows.set(at, new StoredEntry(row.position(), digest, tree));
            assertThat(journal.verify()).contains(finding(TamperKind.EDITED, at + 1));
            assertThat(journal.verify()).hasSize(1);
        }
    }

    @Test
    void each_deletion_and_each_cut_tail_is_named() {
        for (int i = 0; i < 2_000; i++) {
            int length = 2 + dice.nextInt(20);
            Journal journal = new Journal(length);
            int at = dice.nextInt(length - 1);
            journal.rows.remove(at);
            assertThat(journal.verify()).containsExactly(finding(TamperKind.DELETED, at + 1));

            Journal cut = new Journal(length);
            int gone = 1 + dice.nextInt(length);
            cut.rows.subList(length - gone, length).clear();
            assertThat(cut.verify()).hasSize(gone).allMatch(found -> found.kind() == TamperKind.TAIL_CUT);
        }
    }

    @Test
    void each_insertion_is_named_and_what_only_moved_along_is_not() {
        for (int i = 0; i < 2_000; i++) {
            int length = 2 + dice.nextInt(20);
            Journal journal = new Journal(length);
            int at = dice.nextInt(length + 1);
            String before = at == 0 ? Digests.NOTHING : journal.rows.get(at - 1).digest();
            Entry forged = entry(at + 1, before, "forged " + i);
            List<StoredEntry> shifted = new ArrayList<>(journal.rows.subList(0, at));
            shifted.add(new StoredEntry(at + 1, forged.digest(), forged.tree()));
            journal.rows
                    .subList(at, length)
                    .forEach(row -> shifted.add(new StoredEntry(row.position() + 1, row.digest(), row.tree())));
            assertThat(named(Verification.of(journal.head, shifted, Optional.empty())))
                    .containsExactly(finding(TamperKind.INSERTED, at + 1));
        }
    }

    @Test
    void reordering_is_named() {
        for (int i = 0; i < 2_000; i++) {
            int length = 3 + dice.nextInt(20);
            Journal journal = new Journal(length);
            int one = dice.nextInt(length);
            int other = (one + 1 + dice.nextInt(length - 1)) % length;
            StoredEntry first = journal.rows.get(one);
            StoredEntry second = journal.rows.get(other);
            journal.rows.set(one, new StoredEntry(first.position(), second.digest(), second.tree()));
            journal.rows.set(other, new StoredEntry(second.position(), first.digest(), first.tree()));
            assertThat(journal.verify()).isNotEmpty().allMatch(found -> found.kind() == TamperKind.REORDERED);
        }
    }

    @Test
    void a_history_rewritten_from_end_to_end_does_not_hold_the_head_that_somebody_kept() {
        Journal journal = new Journal(9);
        Head kept = new Head(6, journal.rows.get(5).digest());
        assertThat(named(Verification.of(journal.head, journal.rows, Optional.of(kept))))
                .isEmpty();

        Journal rewritten = new Journal(9, "otherwise ");
        assertThat(rewritten.verify()).isEmpty();
        assertThat(named(Verification.of(rewritten.head, rewritten.rows, Optional.of(kept))))
                .containsExactly(finding(TamperKind.KEPT_HEAD_UNKNOWN, 6));

        Journal cut = new Journal(4);
        assertThat(named(Verification.of(cut.head, cut.rows, Optional.of(kept))))
                .containsExactly(finding(TamperKind.KEPT_HEAD_UNKNOWN, 6));
    }

    private static Named finding(TamperKind kind, long sequence) {
        return new Named(kind, sequence);
    }

    private record Named(TamperKind kind, long sequence) {}

    private static List<Named> named(List<Tampering> found) {
        return found.stream()
                .map(tampering -> new Named(tampering.kind(), tampering.sequence()))
                .toList();
    }

    private Map<String, Object> edited(Map<String, Object> tree) {
        Map<String, Object> copy = new LinkedHashMap<>(tree);
        switch (dice.nextInt(3)) {
            case 0 -> copy.put("at", Instant.parse("2020-01-01T00:00:00Z"));
            case 1 -> copy.put("added", "by night");
            default -> {
                @SuppressWarnings("unchecked")
                Map<String, Object> fact = new LinkedHashMap<>((Map<String, Object>) tree.get("fact"));
                fact.put("reference", "another");
                copy.put("fact", fact);
            }
        }
        return copy;
    }

    private static Entry entry(long sequence, String predecessor, String words) {
        return new Entry(
                sequence,
                predecessor,
                Instant.parse("2026-11-22T10:00:00Z").plusSeconds(sequence),
                Actor.service("incentives"),
                new StatementSettled("partnerships/p/statements/a.2026-11.1", words + sequence));
    }

    private static final class Journal {
        private final List<StoredEntry> rows = new ArrayList<>();
        private final Head head;

        Journal(int length) {
            this(length, "entry ");
        }

        Journal(int length, String words) {
            String digest = Digests.NOTHING;
            for (int sequence = 1; sequence <= length; sequence++) {
                Entry entry = entry(sequence, digest, words);
                digest = entry.digest();
                rows.add(new StoredEntry(sequence, digest, entry.tree()));
            }
            head = new Head(length, digest);
        }

        List<Named> verify() {
            return named(Verification.of(head, rows, Optional.empty()));
        }
    }
}
