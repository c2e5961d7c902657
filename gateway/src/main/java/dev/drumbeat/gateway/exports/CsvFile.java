package dev.drumbeat.gateway.exports;

import dev.drumbeat.gateway.graphql.PageOf;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a table page by page as CSV (RFC 4180, UTF-8), so that no spreadsheet takes a cell for a formula. */
final class CsvFile {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** What spreadsheets read as the beginning of a formula, their wide forms included (OWASP, CSV injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvFile() {}

    /** @param pages gives the page that follows a token; the first for the empty one */
    static <R> void write(
            HttpServletResponse response, String name, List<Column<R>> columns, Function<String, PageOf<R>> pages)
            throws IOException {
        PageOf<R> page = pages.apply("");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        try (Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecord(columns.stream().map(Column::header));
            while (true) {
                for (R row : page.nodes()) {
                    printer.printRecord(
                            columns.stream().map(column -> safe(column.cell().apply(row))));
                }
                if (page.nextToken().isEmpty()) {
                    return;
                }
                page = pages.apply(page.nextToken());
            }
        }
    }

    /** The cell's text; led by an apostrophe where a spreadsheet would calculate. Plain numbers stay numbers. */
    static String safe(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        return text.isEmpty()
                        || FORMULA_STARTS.indexOf(text.charAt(0)) < 0
                        || NUMBER.matcher(text).matches()
                ? text
                : "'" + text;
    }
}
