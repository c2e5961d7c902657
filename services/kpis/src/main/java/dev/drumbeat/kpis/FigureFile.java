package dev.drumbeat.kpis;

import java.util.List;

/** A file of figures, taken apart into cells; what the cells mean is another question. */
public sealed interface FigureFile {
    /** What a file may hold at most, so that one commit fits one document. */
    int MAX_ROWS = 10_000;

    int MAX_BYTES = 5 * 1024 * 1024;

    /** The columns that a file may have; their order does not matter. */
    List<String> COLUMNS = List.of("kpi", "period", "value", "numerator", "denominator");

    /** @param cells more than the header has columns */
    record Row(int line, String kpi, String period, String value, String numerator, String denominator, Cells cells) {}

    enum Cells {
        FIT,
        TOO_MANY
    }

    record Rows(List<Row> rows) implements FigureFile {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Nothing can be told of its rows.
     *
     * @param line as a person counts
     * @param field {@code header} or {@code file}
     */
    record Unreadable(int line, String field, String rule, String message) implements FigureFile {}

    /** Takes files apart. */
    @FunctionalInterface
    interface Reader {
        FigureFile read(byte[] content);
    }
}
