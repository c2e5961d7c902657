package dev.drumbeat.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of keys, half-open.
 *
 * @param from the first key that may be in it
 * @param to the first key after it; null when it has no end
 */
record Interval(Key from, @Nullable Key to) {

    static final Interval ALL = new Interval(Key.EMPTY, null);

    static Interval startingWith(Key prefix) {
        return new Interval(prefix, prefix.afterPrefix());
    }

    boolean endsBefore(Key key) {
        return to != null && key.compareTo(to) >= 0;
    }

    boolean beginsAfter(Key key) {
        return key.compareTo(from) < 0;
    }

    boolean empty() {
        return endsBefore(from);
    }

    /** The stretch behind a prefix where the next field meets the bounds; values of other types are never within. */
    static Interval within(
            Key prefix, Condition.@Nullable Bound lower, Condition.@Nullable Bound upper, boolean ascending) {
        Condition.Bound start = ascending ? lower : upper;
        Condition.Bound end = ascending ? upper : lower;
        Condition.Bound either = start != null ? start : end;
        if (either == null) {
            return startingWith(prefix);
        }
        Key type = prefix.plus(directed(either.key().type(), ascending));
        Key from = type;
        Key to = type.afterPrefix();
        if (start != null) {
            Key key = prefix.plus(directed(start.key(), ascending));
            Key after = key.afterPrefix();
            from = start.inclusive() || after == null ? key : after;
        }
        if (end != null) {
            Key key = prefix.plus(directed(end.key(), ascending));
            to = end.inclusive() ? key.afterPrefix() : key;
        }
        return new Interval(from, to);
    }

    private static Key directed(Key key, boolean ascending) {
        return ascending ? key : key.inverted();
    }

    /** One stretch for each prefix and each point, in the order of the keys. */
    static List<Key> prefixes(List<Key> prefixes, Iterable<Key> points, boolean ascending) {
        List<Key> longer = new ArrayList<>();
        for (Key prefix : prefixes) {
            for (Key point : points) {
                longer.add(prefix.plus(directed(point, ascending)));
            }
        }
        longer.sort(null);
        return longer;
    }
}
