package dev.drumbeat.kpis.csv;

import dev.drumbeat.kpis.FigureFile;

/** The reader as the container wires it, for tests. */
public final class CsvFiles {
    private CsvFiles() {}

    public static FigureFile.Reader reader() {
        return new CsvFigureFiles();
    }
}
