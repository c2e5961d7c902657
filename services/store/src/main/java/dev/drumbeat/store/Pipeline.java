package dev.drumbeat.store;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An aggregation, cut behind what a find can do as well: the $match stages it begins with, then $sort, $skip and $limit.
 *
 * @param limit 0 means all
 */
record Pipeline(Document filter, Document sort, int skip, int limit, List<Document> rest) {

    private static final Document COUNT = new Document("_id", 1).append("n", new Document("$sum", 1));

    static Pipeline of(List<Document> stages) {
        int at = 0;
        List<Document> filters = new ArrayList<>();
        while (stageAt(stages, at, "$match") instanceof Document match) {
            if (!match.isEmpty()) {
                filters.add(match);
            }
            at++;
        }
        Document filter = filters.isEmpty()
                ? new Document()
                : filters.size() == 1 ? filters.getFirst() : new Document("$and", filters);
        Document sort = new Document();
        if (stageAt(stages, at, "$sort") instanceof Document order) {
            sort = order;
            at++;
        }
        int skip = 0;
        if (stageAt(stages, at, "$skip") instanceof Number number) {
            skip = number.intValue();
            at++;
        }
        int limit = 0;
        if (stageAt(stages, at, "$limit") instanceof Number number && number.intValue() > 0) {
            limit = number.intValue();
            at++;
        }
        return new Pipeline(filter, sort, skip, limit, stages.subList(at, stages.size()));
    }

    private static Object stageAt(List<Document> stages, int at, String name) {
        Object stage = at < stages.size() && stages.get(at).size() == 1
                ? stages.get(at).get(name)
                : null;
        return stage == null ? Map.of() : stage;
    }

    List<Document> run(StoreCollection collection, Aggregation remaining) {
        if (onlyCounts()) {
            int count = collection.count(filter, skip, limit);
            return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        }
        try (Results results = collection.find(filter, Sort.of(sort), skip, limit)) {
            Stream<Document> documents = StreamSupport.stream(Spliterators.spliteratorUnknownSize(results, 0), false)
                    .map(Found::document);
            return remaining.runStagesAsStream(documents).toList();
        }
    }

    /** The way drivers count documents; it needs no look into them when there is no filter. */
    private boolean onlyCounts() {
        return sort.isEmpty()
                && rest.size() == 1
                && COUNT.equals(rest.getFirst().get("$group"));
    }
}
