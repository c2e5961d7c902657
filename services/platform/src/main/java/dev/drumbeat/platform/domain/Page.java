package dev.drumbeat.platform.domain;

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
        int from = Math.min(whole.size(), wanted.after().isEmpty() ? 0 : Integer.parseInt(wanted.after()));
        int to = Math.min(whole.size(), from + wanted.size());
        return new Page<>(whole.subList(from, to), to < whole.size() ? Integer.toString(to) : "");
    }

    public <R> Page<R> map(Function<T, R> function) {
        return new Page<>(items.stream().map(function).toList(), next);
    }
}
