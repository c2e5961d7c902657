package dev.drumbeat.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says of one field, as far as an index can use it. It never excludes a document that the filter accepts;
 * every document found is held against the whole filter again.
 *
 * @param points the values the field may have; null when it isn't bound to single values
 */
record Condition(
        @Nullable SortedSet<Key> points,
        @Nullable Bound lower,
        @Nullable Bound upper) {

    record Bound(Key key, boolean inclusive) {}

    private static final Condition NONE = new Condition(null, null, null);

    static final Key NULL = KeyWriter.of(null);

    boolean usable() {
        return points != null || lower != null || upper != null;
    }

    boolean onePoint() {
        return points != null && points.size() == 1;
    }

    boolean acceptsMissing() {
        return points != null && points.contains(NULL);
    }

    /** The conditions of a filter by field, from its top level and from the branches of its $and. */
    static Map<String, Condition> of(Document filter) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        collect(filter, conditions);
        conditions.values().removeIf(condition -> !condition.usable());
        return conditions;
    }

    private static void collect(Document filter, Map<String, Condition> into) {
        filter.forEach((field, wanted) -> {
            if (field.equals("$and") && wanted instanceof Collection<?> branches) {
                branches.forEach(branch -> {
                    if (branch instanceof Document document) {
                        collect(document, into);
                    }
                });
            } else if (!field.startsWith("$")) {
                Condition known = into.getOrDefault(field, NONE);
                into.put(field, known.and(wanted));
            }
        });
    }

    private Condition and(@Nullable Object wanted) {
        if (!(wanted instanceof Document operators) || !isOperators(operators)) {
            return equalTo(wanted);
        }
        if (BsonRegularExpression.isRegularExpression(operators)) {
            return this;
        }
        Condition all = this;
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            Object operand = operator.getValue();
            all = switch (operator.getKey()) {
                case "$eq" -> all.equalTo(operand);
                case "$in" -> operand instanceof Collection<?> values ? all.in(values) : all;
                case "$gt" -> all.above(operand, false);
                case "$gte" -> all.above(operand, true);
                case "$lt" -> all.below(operand, false);
                case "$lte" -> all.below(operand, true);
                default -> all;
            };
        }
        return all;
    }

    private static boolean isOperators(Document document) {
        return document.keySet().stream().anyMatch(name -> name.startsWith("$"));
    }

    private Condition equalTo(@Nullable Object value) {
        if (points != null || !KeyWriter.isScalar(value)) {
            return this;
        }
        return new Condition(new TreeSet<>(Set.of(KeyWriter.of(value))), lower, upper);
    }

    private Condition in(Collection<?> values) {
        if (points != null || !values.stream().allMatch(KeyWriter::isScalar)) {
            return this;
        }
        SortedSet<Key> keys = new TreeSet<>();
        values.forEach(value -> keys.add(KeyWriter.of(value)));
        return new Condition(keys, lower, upper);
    }

    private Condition above(@Nullable Object value, boolean inclusive) {
        return lower != null || !isRangeEnd(value)
                ? this
                : new Condition(points, new Bound(KeyWriter.of(value), inclusive), upper);
    }

    private Condition below(@Nullable Object value, boolean inclusive) {
        return upper != null || !isRangeEnd(value)
                ? this
                : new Condition(points, lower, new Bound(KeyWriter.of(value), inclusive));
    }

    private static boolean isRangeEnd(@Nullable Object value) {
        return value != null
                && !(value instanceof MinKey)
                && !(value instanceof MaxKey)
                && !(value instanceof Document)
                && KeyWriter.isScalar(value);
    }
}
