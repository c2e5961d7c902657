package dev.drumbeat.demo.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file that lies beside a class; an empty field is null. */
public final class CsvResource {
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private CsvResource() {}

    public static List<CSVRecord> rows(Class<?> beside, String name) {
        try (InputStream bytes = Objects.requireNonNull(beside.getResourceAsStream(name), name);
                var text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
                var parser = FORMAT.parse(text)) {
            return parser.getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String required(CSVRecord row, String column) {
        String value = optional(row, column);
        if (value == null) {
            throw new IllegalArgumentException("Line " + (row.getRecordNumber() + 1) + " has no " + column);
        }
        return value;
    }

    public static @Nullable String optional(CSVRecord row, String column) {
        return row.get(column);
    }
}
