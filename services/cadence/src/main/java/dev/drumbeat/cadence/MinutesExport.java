package dev.drumbeat.cadence;

import java.util.Locale;

/** Minutes as a file to keep. */
public interface MinutesExport {
    /** The forms there are. */
    enum Format {
        MARKDOWN,
        /** One table, which no spreadsheet takes for formulas. */
        CSV
    }

    /** @param contentType with charset */
    record File(String name, String contentType, String content) {}

    /** @param seen of a meeting that has minutes; what is about money is left out for who may not read it */
    File write(ReadCadence.Seen seen, Format format, Locale language);
}
