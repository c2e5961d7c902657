package dev.drumbeat.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How documents are found: through which index, between which keys, in which direction.
 *
 * @param index null for the documents themselves, which lie in the order of their ids
 * @param points how many fields are bound to single values
 * @param bounds how many fields are bound at all
 * @param sorted whether they come in the wanted order already
 */
record Plan(
        @Nullable RangeIndex index, List<Interval> intervals, int points, int bounds, boolean sorted, boolean reverse) {

    /** More single stretches than this are not worth looking up one by one. */
    private static final int MAX_INTERVALS = 2_000;

    private static final List<IndexKey> ID = List.of(new IndexKey("_id", true));

    static Plan choose(List<RangeIndex> indexes, Document filter, Sort sort, boolean idOrdered) {
        Map<String, Condition> conditions = Condition.of(filter);
        Plan byId = idOrdered ? of(null, ID, false, conditions, sort) : scan(sort);
        return Stream.concat(
                        Stream.of(byId),
                        indexes.stream()
                                .map(index -> of(index, index.getKeys(), index.multikey(), conditions, sort))
                                .filter(plan -> plan.answers(conditions)))
                .max(Comparator.comparingInt(Plan::points)
                        .thenComparingInt(Plan::bounds)
                        .thenComparing(Plan::sorted)
                        .thenComparing(plan -> plan.index() == null))
                .orElseThrow();
    }

    private static Plan scan(Sort sort) {
        return new Plan(null, List.of(Interval.ALL), 0, 0, sort.natural(), sort.naturalDescending());
    }

    /** An index that leaves documents out answers only a filter that none of those could meet. */
    private boolean answers(Map<String, Condition> conditions) {
        if (index == null || !index.incomplete()) {
            return bounds > 0 || sorted;
        }
        return index.getKeys().stream()
                .limit(bounds)
                .map(key -> conditions.get(key.getKey()))
                .anyMatch(condition -> condition != null && !condition.acceptsMissing());
    }

    private static Plan of(
            @Nullable RangeIndex index,
            List<IndexKey> fields,
            boolean multikey,
            Map<String, Condition> conditions,
            Sort sort) {
        List<Key> prefixes = List.of(Key.EMPTY);
        Set<String> roots = new HashSet<>();
        int points = 0;
        List<Interval> ranges = null;
        for (IndexKey field : fields) {
            Condition condition = conditions.get(field.getKey());
            if (condition == null || (multikey && !roots.add(root(field)))) {
                break; // two fields within one array may be met by two different elements, which no one entry shows
            }
            if (condition.points() == null) {
                ranges = ranges(prefixes, condition, field.isAscending(), multikey);
                break;
            }
            if (multikey && condition.acceptsMissing()
                    || (long) prefixes.size() * condition.points().size() > MAX_INTERVALS) {
                break;
            }
            prefixes = Interval.prefixes(prefixes, condition.points(), field.isAscending());
            points++;
        }
        List<Interval> intervals = ranges != null
                ? ranges
                : prefixes.stream().map(Interval::startingWith).toList();
        int bounds = points + (ranges != null ? 1 : 0);
        Sort.Fit fit = multikey ? Sort.Fit.NONE : sort.fit(fields, conditions);
        return new Plan(index, intervals, points, bounds, fit != Sort.Fit.NONE, fit == Sort.Fit.BACKWARD);
    }

    private static String root(IndexKey field) {
        String path = field.getKey();
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static List<Interval> ranges(List<Key> prefixes, Condition condition, boolean ascending, boolean multikey) {
        List<Interval> ranges = new ArrayList<>();
        for (Key prefix : prefixes) {
            // of an array, one element may meet the lower bound and another the upper one
            Condition.Bound upper = multikey && condition.lower() != null ? null : condition.upper();
            Interval interval = Interval.within(prefix, condition.lower(), upper, ascending);
            if (!interval.empty()) {
                ranges.add(interval);
            }
        }
        return ranges;
    }
}
