package dev.drumbeat.cadence.minutes;

import dev.drumbeat.cadence.MinutesExport;

/** The files as production writes them. */
public final class Exports {
    private Exports() {}

    public static MinutesExport minutes() {
        return new MinutesFiles();
    }
}
