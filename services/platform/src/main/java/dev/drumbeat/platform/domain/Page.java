package dev.drumbeat.platform.domain;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next where the next page begins, in the storage's words; empty on the last page
 */
public record Page<T>(List<T> items, String next) {
    public static final int DEFAULT_SIZE = 25;
    public static final int MAX_SIZE = 100;

    /**
     * Which page is wanted.
     *
     * @param size 1 to {@value #MAX_SIZE}
     * @param after where it begins, as the page before said; empty for the first
     */
    public record Wanted(int size, String after) {
        public Wanted {
            if (size < 1 || size > MAX_SIZE) {
                throw new IllegalArgumentException("page size " + size);
            }
        }

        public static Wanted first() {
            return new Wanted(DEFAULT_SIZE, "");
        }

        /** Where it begins, of a list whose pages are counted: 0 for the first. */
        public int offset() {
            return after.isEmpty() ? 0 : position(after, Integer::parseUnsignedInt) & Integer.MAX_VALUE;
        }
    }

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page out of what was read, one more than wanted at most. */
    public static <T> Page<T> of(List<T> readOneMore, Wanted wanted, Function<T, String> position) {
        if (readOneMore.size() <= wanted.size()) {
            return new Page<>(readOneMore, "");
        }
        List<T> items = readOneMore.subList(0, wanted.size());
        return new Page<>(items, position.apply(items.getLast()));
    }

    /** Cuts a page out of a list that is at hand whole; a page begins at its position. */
    public static <T> Page<T> of(List<T> whole, Wanted wanted) {
        int from = Math.min(whole.size(), wanted.offset());
        int to = Math.min(whole.size(), from + wanted.size());
        return new Page<>(whole.subList(from, to), to < whole.size() ? Integer.toString(to) : "");
    }

    /** Reads where a page begins. What no page before can have said is the asker's fault, not ours. */
    public static <P> P position(String after, Function<String, P> reader) {
        try {
            return reader.apply(after);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw Refusal.invalid(
                    "page_token",
                    "page_token.foreign",
                    "This page token belongs to another question. Begin again without one.");
        }
    }

    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(items.stream().map(function).toList(), next);
    }
}
