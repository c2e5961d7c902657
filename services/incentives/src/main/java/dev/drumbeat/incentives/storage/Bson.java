package dev.drumbeat.incentives.storage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Trees as documents: decimals are Decimal128 with their places, moments are dates. */
final class Bson {
    private Bson() {}

    static Document document(Map<String, Object> tree) {
        Document document = new Document();
        tree.forEach((key, value) -> document.append(key, stored(value)));
        return document;
    }

    @SuppressWarnings("unchecked") // a tree's maps have text keys
    private static Object stored(Object value) {
        return switch (value) {
            case BigDecimal decimal -> new Decimal128(decimal);
            case Instant instant -> Date.from(instant);
            case Map<?, ?> map -> document((Map<String, Object>) map);
            case List<?> list -> list.stream().map(Bson::stored).toList();
            default -> value;
        };
    }

    static Map<String, Object> tree(Document document) {
        Map<String, Object> tree = new LinkedHashMap<>();
        document.forEach((key, value) -> {
            if (value != null) {
                tree.put(key, plain(value));
            }
        });
        return tree;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Decimal128 decimal ->
                decimal.isNaN() || decimal.isInfinite() ? decimal.toString() : decimal.bigDecimalValue();
            case Date date -> date.toInstant();
            case Document nested -> tree(nested);
            case List<?> list -> list.stream().map(Bson::plain).toList();
            case Integer number -> number.longValue();
            default -> value;
        };
    }
}
