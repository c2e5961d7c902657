package dev.drumbeat.platform.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reading and writing of single members. What is empty is left out. */
public final class Doc {
    private Doc() {}

    public static String text(Document document, String key) {
        String value = document.getString(key);
        return value == null ? "" : value;
    }

    public static Optional<String> optionalText(Document document, String key) {
        return Optional.ofNullable(document.getString(key));
    }

    public static int integer(Document document, String key) {
        return number(document, key).intValue();
    }

    public static long longInteger(Document document, String key) {
        return number(document, key).longValue();
    }

    private static Number number(Document document, String key) {
        Number value = document.get(key, Number.class);
        if (value == null) {
            throw new IllegalStateException("a stored document lacks the number " + key);
        }
        return value;
    }

    public static Instant instant(Document document, String key) {
        return optionalInstant(document, key)
                .orElseThrow(() -> new IllegalStateException("a stored document lacks the moment " + key));
    }

    public static Optional<Instant> optionalInstant(Document document, String key) {
        Date date = document.getDate(key);
        return date == null ? Optional.empty() : Optional.of(date.toInstant());
    }

    public static Optional<BigDecimal> optionalDecimal(Document document, String key) {
        return optionalText(document, key).map(BigDecimal::new);
    }

    public static BigDecimal decimal(Document document, String key) {
        return new BigDecimal(text(document, key));
    }

    public static <E extends Enum<E>> E name(Document document, String key, Class<E> type) {
        return Enum.valueOf(type, text(document, key));
    }

    public static Document child(Document document, String key) {
        Document child = document.get(key, Document.class);
        if (child == null) {
            throw new IllegalStateException("a stored document lacks " + key);
        }
        return child;
    }

    public static Optional<Document> optionalChild(Document document, String key) {
        return Optional.ofNullable(document.get(key, Document.class));
    }

    public static <T> List<T> list(Document document, String key, Function<Document, T> read) {
        List<Document> children = document.getList(key, Document.class);
        return children == null ? List.of() : children.stream().map(read).toList();
    }

    public static List<String> texts(Document document, String key) {
        List<String> texts = document.getList(key, String.class);
        return texts == null ? List.of() : texts;
    }

    public static void put(Document document, String key, @Nullable Object value) {
        boolean empty = value == null || value.equals("") || (value instanceof List<?> list && list.isEmpty());
        if (!empty) {
            document.put(key, value);
        }
    }

    public static void put(Document document, String key, Optional<?> value) {
        value.ifPresent(some -> document.put(key, some));
    }

    public static <T> List<Document> documents(List<T> items, Function<T, Document> write) {
        return items.stream().map(write).toList();
    }
}
