package dev.drumbeat.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the embedded store would do wrongly, or silently not at all. It says so instead; MongoDB itself has it all. */
final class Refusals {

    private static final Set<String> STAGES = Set.of(
            "$match", "$sort", "$skip", "$limit", "$project", "$group", "$count", "$unwind", "$addFields", "$unset");

    private static final Set<String> INDEX_OPTIONS = Set.of("key", "name", "ns", "v", "unique", "sparse", "background");

    private static final Set<String> COMMANDS = Set.of("mapReduce", "collMod", "explain");

    private Refusals() {}

    static void check(String command, Document query) {
        if (COMMANDS.contains(command)) {
            throw refused(command);
        }
        if (query.containsKey("txnNumber") || query.containsKey("startTransaction")) {
            throw refused("transactions and retryable writes (set retryWrites=false)");
        }
        if (query.containsKey("collation")) {
            throw refused("collation");
        }
        switch (command) {
            case "aggregate" -> list(query.get("pipeline")).forEach(Refusals::checkStage);
            case "createIndexes" -> list(query.get("indexes")).forEach(Refusals::checkIndex);
            case "update" -> list(query.get("updates")).forEach(update -> checkUpdate(update, "u"));
            case "findAndModify" -> checkUpdate(query, "update");
            case "create" -> checkCreate(query);
            default -> {}
        }
    }

    private static Stream<Document> list(@Nullable Object value) {
        Collection<?> values = value instanceof Collection<?> collection ? collection : List.of();
        return values.stream().filter(Document.class::isInstance).map(Document.class::cast);
    }

    private static void checkStage(Document stage) {
        stage.keySet().stream()
                .filter(name -> !STAGES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused("the aggregation stage " + name);
                });
    }

    private static void checkIndex(Document index) {
        index.keySet().stream()
                .filter(option -> !INDEX_OPTIONS.contains(option))
                .findFirst()
                .ifPresent(option -> {
                    throw refused("the index option " + option);
                });
        if (index.get("key") instanceof Document key) {
            key.forEach((field, direction) -> {
                boolean upOrDown = direction instanceof Number number && Math.abs(number.doubleValue()) == 1.0;
                if (!upOrDown || field.contains("$**")) {
                    throw refused("an index on " + field + ": " + direction);
                }
            });
        }
    }

    private static void checkUpdate(Document statement, String field) {
        if (statement.get(field) instanceof Collection) {
            throw refused("an update by pipeline");
        }
        if (statement.containsKey("collation")) {
            throw refused("collation");
        }
    }

    private static void checkCreate(Document query) {
        Stream.of("validator", "capped", "timeseries", "viewOn", "expireAfterSeconds")
                .filter(option -> !Boolean.FALSE.equals(query.getOrDefault(option, false)))
                .findFirst()
                .ifPresent(option -> {
                    throw refused("a collection with " + option);
                });
    }

    static MongoServerError refused(String what) {
        return new MongoServerError(115, "CommandNotSupported", "The embedded store doesn't have " + what);
    }
}
