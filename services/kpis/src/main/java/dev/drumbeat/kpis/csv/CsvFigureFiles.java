package dev.drumbeat.kpis.csv;

import dev.drumbeat.kpis.FigureFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tolerates what spreadsheets do: a byte order mark, semicolons or tabs between cells, any order of columns, blank lines. */
@Singleton
final class CsvFigureFiles implements FigureFile.Reader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int CELL_MAX_LENGTH = 500;

    @Override
    public FigureFile read(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new FigureFile.Unreadable(
                    1, "file", "FILE_ENCODING", "The file is not UTF-8. Save it as \"CSV UTF-8\" and try again.");
        }
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        if (text.isBlank()) {
            return new FigureFile.Unreadable(1, "file", "FILE_EMPTY", "The file is empty.");
        }
        return parse(text);
    }

    private static FigureFile parse(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setTrim(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            try {
                return rows(parser);
            } catch (UncheckedIOException e) {
                // A reader over a text fails for one reason only: quotation marks that make no sense.
                return new FigureFile.Unreadable(
                        Math.toIntExact(parser.getCurrentLineNumber()) + 1,
                        "file",
                        "FILE_QUOTES",
                        "A quotation mark on this line, or the one before, is never closed or stands in the middle of a cell.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FigureFile rows(CSVParser parser) {
        Map<String, Integer> columns = new HashMap<>();
        List<FigureFile.Row> rows = new ArrayList<>();
        int line = 1;
        int width = 0;
        for (CSVRecord record : parser) {
            if (width == 0) {
                Optional<FigureFile.Unreadable> wrong = header(record, columns);
                if (wrong.isPresent()) {
                    return wrong.get();
                }
                width = record.size();
            } else if (!isBlank(record)) {
                rows.add(row(line, record, columns, width));
            }
            if (rows.size() > FigureFile.MAX_ROWS) {
                return new FigureFile.Unreadable(
                        line,
                        "file",
                        "FILE_TOO_LONG",
                        "At most " + FigureFile.MAX_ROWS + " rows at a time. Split the file.");
            }
            line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        }
        return new FigureFile.Rows(rows);
    }

    private static Optional<FigureFile.Unreadable> header(CSVRecord record, Map<String, Integer> columns) {
        HashSet<String> unknown = new HashSet<>();
        for (int i = 0; i < record.size(); i++) {
            String name = record.get(i).strip().toLowerCase(Locale.ROOT);
            if (!FigureFile.COLUMNS.contains(name) || columns.put(name, i) != null) {
                unknown.add(shortened(name));
            }
        }
        boolean figures = columns.containsKey("value")
                || (columns.containsKey("numerator") && columns.containsKey("denominator"));
        if (unknown.isEmpty() && columns.containsKey("kpi") && columns.containsKey("period") && figures) {
            return Optional.empty();
        }
        String found = unknown.isEmpty() ? "" : " Not understood: " + String.join(", ", unknown) + ".";
        return Optional.of(new FigureFile.Unreadable(
                1,
                "header",
                "HEADER",
                "The first line names the columns: kpi, period, and value or numerator and denominator." + found));
    }

    private static FigureFile.Row row(int line, CSVRecord record, Map<String, Integer> columns, int width) {
        boolean tooMany = false;
        for (int i = width; i < record.size(); i++) {
            tooMany |= !record.get(i).isBlank();
        }
        return new FigureFile.Row(
                line,
                cell(record, columns, "kpi"),
                cell(record, columns, "period"),
                cell(record, columns, "value"),
                cell(record, columns, "numerator"),
                cell(record, columns, "denominator"),
                tooMany ? FigureFile.Cells.TOO_MANY : FigureFile.Cells.FIT);
    }

    private static String cell(CSVRecord record, Map<String, Integer> columns, String name) {
        Integer column = columns.get(name);
        return column == null || column >= record.size()
                ? ""
                : shortened(record.get(column).strip());
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    /** Nothing that is meant needs more; what is shown back stays small. */
    private static String shortened(String cell) {
        return cell.length() > CELL_MAX_LENGTH ? cell.substring(0, CELL_MAX_LENGTH) + "…" : cell;
    }

    /** Whichever separates the header's words. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
