package dev.drumbeat.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB's rules for filters and orders, written down a second time, as plainly as possible and without any index: what a
 * collection must answer. Knows the operators and types that the tests draw from.
 */
final class Oracle {

    private static final Object MISSING = new Object();
    private static final Object EMPTY_ARRAY = new Object();

    private Oracle() {}

    static List<Document> find(List<Document> all, Document filter, Document sort) {
        List<Document> found = new ArrayList<>(
                all.stream().filter(document -> matches(document, filter)).toList());
        found.sort(order(sort));
        return found;
    }

    static Comparator<Document> order(Document sort) {
        Comparator<Document> order = (left, right) -> 0;
        for (String path : sort.keySet()) {
            int direction = sort.getInteger(path);
            Comparator<Document> next = (left, right) ->
                    direction * compare(sortValue(left, path, direction), sortValue(right, path, direction));
            order = order.thenComparing(next);
        }
        return order;
    }

    private static @Nullable Object sortValue(Document document, String path, int direction) {
        List<@Nullable Object> elements = elements(document, path);
        Object first = elements.isEmpty() ? EMPTY_ARRAY : elements.getFirst();
        for (Object element : elements) {
            if (direction * compare(element, first) < 0) {
                first = element;
            }
        }
        return first;
    }

    static boolean matches(Document document, Document filter) {
        return filter.entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
            case "$and" -> branches(entry.getValue()).allMatch(branch -> matches(document, branch));
            case "$or" -> branches(entry.getValue()).anyMatch(branch -> matches(document, branch));
            default -> matchesField(document, entry.getKey(), entry.getValue());
        });
    }

    private static Stream<Document> branches(Object value) {
        return ((List<?>) value).stream().map(Document.class::cast);
    }

    private static boolean matchesField(Document document, String path, @Nullable Object wanted) {
        if (!(wanted instanceof Document operators)) {
            return anyEquals(document, path, wanted);
        }
        return operators.entrySet().stream().allMatch(operator -> {
            Object operand = operator.getValue();
            return switch (operator.getKey()) {
                case "$eq" -> anyEquals(document, path, operand);
                case "$ne" -> !anyEquals(document, path, operand);
                case "$in" -> ((List<?>) operand).stream().anyMatch(value -> anyEquals(document, path, value));
                case "$exists" -> operand.equals(value(document, path) != MISSING);
                case "$gt" -> anyInRange(document, path, operand, sign -> sign > 0);
                case "$gte" -> anyInRange(document, path, operand, sign -> sign >= 0);
                case "$lt" -> anyInRange(document, path, operand, sign -> sign < 0);
                case "$lte" -> anyInRange(document, path, operand, sign -> sign <= 0);
                default -> throw new IllegalArgumentException(operator.getKey());
            };
        });
    }

    private static boolean anyEquals(Document document, String path, @Nullable Object wanted) {
        return elements(document, path).stream()
                .anyMatch(element -> wanted == null
                        ? element == null || element == MISSING
                        : element != null && element != MISSING && compare(element, wanted) == 0);
    }

    private static boolean anyInRange(Document document, String path, Object bound, IntPredicate sign) {
        return elements(document, path).stream()
                .anyMatch(element -> element != null
                        && element != MISSING
                        && rank(element) == rank(bound)
                        && sign.test(compare(element, bound)));
    }

    /** The value at a path, or its elements where it is an array. */
    private static List<@Nullable Object> elements(Document document, String path) {
        Object value = value(document, path);
        List<@Nullable Object> elements = new ArrayList<>();
        if (value instanceof List<?> array) {
            elements.addAll(array);
        } else {
            elements.add(value);
        }
        return elements;
    }

    /** At a path of at most two steps. */
    private static @Nullable Object value(Document document, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return document.getOrDefault(path, MISSING);
        }
        return document.get(path.substring(0, dot)) instanceof Document inner
                ? inner.getOrDefault(path.substring(dot + 1), MISSING)
                : MISSING;
    }

    /** By type first; the number types are one type, and so are null and missing. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        int byType = Integer.compare(rank(left), rank(right));
        if (byType != 0 || left == null || right == null || rank(left) <= 0) {
            return byType;
        }
        return switch (left) {
            case String text -> text.compareTo((String) right);
            case Boolean bool -> bool.compareTo((Boolean) right);
            case Date date -> date.compareTo((Date) right);
            default -> number(left).compareTo(number(right));
        };
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number number -> 1;
            case String text -> 2;
            case Boolean bool -> 3;
            case Date date -> 4;
            default -> {
                if (value == MISSING || value == EMPTY_ARRAY) {
                    yield value == MISSING ? 0 : -1;
                }
                throw new IllegalArgumentException(Objects.toString(value));
            }
        };
    }

    private static BigDecimal number(Object value) {
        return switch (value) {
            case Decimal128 decimal -> decimal.bigDecimalValue();
            case Double number -> BigDecimal.valueOf(number);
            default -> BigDecimal.valueOf(((Number) value).longValue());
        };
    }
}
