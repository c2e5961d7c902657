package dev.drumbeat.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites filters that the library's matcher reads differently from MongoDB. */
final class Filters {

    private static final Set<String> BRANCHES = Set.of("$and", "$or", "$nor");

    /** Of an array, one element may meet one of these and another the next. */
    private static final Set<String> INDEPENDENT = Set.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin");

    private Filters() {}

    /** The same filter with each comparison on its own: the library wants one element of an array to meet them all. */
    static Document separated(Document filter) {
        Document separated = new Document();
        List<Document> more = new ArrayList<>();
        filter.forEach((field, wanted) -> {
            if (BRANCHES.contains(field)) {
                separated.put(field, branches(wanted));
            } else if (wanted instanceof Document operators && INDEPENDENT.containsAll(operators.keySet())) {
                separate(field, operators, separated, more);
            } else {
                separated.put(field, wanted);
            }
        });
        if (!more.isEmpty()) {
            if (separated.get("$and") instanceof Collection<?> branches) {
                branches.forEach(branch -> more.add((Document) branch));
            }
            separated.put("$and", more);
        }
        return separated;
    }

    private static void separate(String field, Document operators, Document first, List<Document> more) {
        if (operators.isEmpty()) {
            first.put(field, operators);
        }
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            Document single = new Document(operator.getKey(), operator.getValue());
            if (first.containsKey(field)) {
                more.add(new Document(field, single));
            } else {
                first.put(field, single);
            }
        }
    }

    private static @Nullable Object branches(@Nullable Object value) {
        if (!(value instanceof Collection<?> branches) || !branches.stream().allMatch(Document.class::isInstance)) {
            return value; // which the matcher then refuses
        }
        return new ArrayList<>(
                branches.stream().map(branch -> separated((Document) branch)).toList());
    }
}
