package dev.drumbeat.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds of one document: one entry, or one per element when a field of it is an array.
 *
 * @param values one list per entry, with one value per field of the index; {@link Missing} where the document has none (a null
 *     that stands in the document is null)
 * @param multikey whether an array was met
 */
record IndexEntries(Set<List<@Nullable Object>> values, boolean multikey) {

    /** Stands for an array without elements, which is neither a value nor null. */
    static final Object EMPTY_ARRAY = new Object() {
        @Override
        public String toString() {
            return "[]";
        }
    };

    /** One field of the index: where its value goes in an entry, and the steps to it. */
    private record Field(int position, List<String> path) {
        boolean endsAt(int depth) {
            return path.size() == depth;
        }
    }

    static IndexEntries of(Document document, List<String> paths) {
        List<Field> fields = new ArrayList<>();
        for (String path : paths) {
            fields.add(new Field(fields.size(), Arrays.asList(path.split("\\.", -1))));
        }
        Walk walk = new Walk(paths.size());
        Set<List<@Nullable Object>> values = new LinkedHashSet<>();
        walk.element(document, fields, 0).forEach(entry -> values.add(Arrays.asList(entry)));
        return new IndexEntries(values, walk.multikey);
    }

    private static final class Walk {
        private final int width;
        private boolean multikey;

        Walk(int width) {
            this.width = width;
        }

        /** The entries of a value that may be an array: those of each of its elements. */
        private List<@Nullable Object[]> value(@Nullable Object value, List<Field> fields, int depth) {
            if (!(value instanceof Collection<?> array)) {
                return element(value, fields, depth);
            }
            multikey = true;
            if (array.isEmpty()) {
                return element(EMPTY_ARRAY, fields, depth);
            }
            List<@Nullable Object[]> entries = new ArrayList<>();
            for (Object element : array) {
                entries.addAll(element(element, fields, depth));
            }
            return entries;
        }

        private List<@Nullable Object[]> element(@Nullable Object value, List<Field> fields, int depth) {
            @Nullable Object[] entry = new Object[width];
            Arrays.fill(entry, Missing.getInstance());
            Map<String, List<Field>> deeper = new LinkedHashMap<>();
            for (Field field : fields) {
                if (field.endsAt(depth)) {
                    entry[field.position()] = value;
                } else {
                    deeper.computeIfAbsent(field.path().get(depth), step -> new ArrayList<>())
                            .add(field);
                }
            }
            List<@Nullable Object[]> entries = new ArrayList<>();
            entries.add(entry);
            String arrayAt = null;
            for (Map.Entry<String, List<Field>> step : deeper.entrySet()) {
                Object child = value instanceof Document document
                        ? document.getOrMissing(step.getKey())
                        : Missing.getInstance();
                List<@Nullable Object[]> childEntries = value(child, step.getValue(), depth + 1);
                if (childEntries.size() > 1) {
                    if (arrayAt != null) {
                        throw new CannotIndexParallelArraysError(List.of(step.getKey(), arrayAt));
                    }
                    arrayAt = step.getKey();
                }
                entries = product(entries, childEntries, step.getValue());
            }
            return entries;
        }

        private static List<@Nullable Object[]> product(
                List<@Nullable Object[]> entries, List<@Nullable Object[]> others, List<Field> fromOthers) {
            return entries.stream()
                    .flatMap(entry -> others.stream().map(other -> {
                        @Nullable Object[] joined = entry.clone();
                        fromOthers.forEach(field -> joined[field.position()] = other[field.position()]);
                        return joined;
                    }))
                    .collect(Collectors.toList());
        }
    }
}
