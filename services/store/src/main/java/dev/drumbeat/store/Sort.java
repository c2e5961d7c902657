package dev.drumbeat.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order a caller wants.
 *
 * @param fields empty when any order will do
 */
record Sort(List<IndexKey> fields, boolean naturalDescending) {

    private static final String NATURAL = "$natural";

    /** How an index gives the order: not at all, read forward, or read backward. */
    enum Fit {
        NONE,
        FORWARD,
        BACKWARD
    }

    static Sort of(@Nullable Document orderBy) {
        List<IndexKey> fields = new ArrayList<>();
        if (orderBy == null) {
            return new Sort(fields, false);
        }
        if (orderBy.get(NATURAL) instanceof Number direction) {
            return new Sort(fields, direction.intValue() < 0);
        }
        orderBy.forEach((path, direction) -> {
            if (!(direction instanceof Number number) || Math.abs(number.doubleValue()) != 1.0) {
                throw new BadValueException("The order of '" + path + "' must be 1 or -1");
            }
            fields.add(new IndexKey(path, number.intValue() > 0));
        });
        return new Sort(fields, false);
    }

    boolean natural() {
        return fields.isEmpty();
    }

    /**
     * Whether an index with these fields, followed by the document's id, gives this order. A field that a filter binds to
     * one value doesn't matter for the order.
     */
    Fit fit(List<IndexKey> index, Map<String, Condition> conditions) {
        if (natural()) {
            return naturalDescending ? Fit.BACKWARD : Fit.FORWARD;
        }
        List<IndexKey> keys = new ArrayList<>(index);
        if (keys.stream().noneMatch(key -> key.getKey().equals("_id"))) {
            keys.add(new IndexKey("_id", true));
        }
        Set<String> constant = keys.stream()
                .map(IndexKey::getKey)
                .filter(field -> conditions.get(field) instanceof Condition condition && condition.onePoint())
                .collect(Collectors.toSet());
        Fit fit = Fit.NONE;
        int at = 0;
        for (IndexKey wanted : fields) {
            while (at < keys.size()
                    && !keys.get(at).getKey().equals(wanted.getKey())
                    && constant.contains(keys.get(at).getKey())) {
                at++;
            }
            if (at < keys.size() && keys.get(at).getKey().equals(wanted.getKey())) {
                if (!constant.contains(wanted.getKey())) {
                    Fit step = keys.get(at).isAscending() == wanted.isAscending() ? Fit.FORWARD : Fit.BACKWARD;
                    if (fit != Fit.NONE && fit != step) {
                        return Fit.NONE;
                    }
                    fit = step;
                }
                at++;
            } else if (!constant.contains(wanted.getKey())) {
                return Fit.NONE;
            }
        }
        return fit == Fit.NONE ? Fit.FORWARD : fit;
    }

    /** The key that orders a document when no index does: of an array its least element, or its greatest downwards. */
    Key keyOf(Document document) {
        Key key = Key.EMPTY;
        for (IndexKey field : fields) {
            Comparator<Key> order = Comparator.naturalOrder();
            Key best = IndexEntries.of(document, List.of(field.getKey())).values().stream()
                    .map(values -> values.getFirst())
                    .map(value -> value == IndexEntries.EMPTY_ARRAY ? KeyWriter.ofEmptyArray() : KeyWriter.of(value))
                    .min(field.isAscending() ? order : order.reversed())
                    .orElse(Condition.NULL);
            key = key.plus(field.isAscending() ? best : best.inverted());
        }
        return key;
    }
}
