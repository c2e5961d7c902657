package dev.drumbeat.systemtests.bench;

import java.time.Duration;

/**
 * One line of the table.
 *
 * @param what the answer that was asked for
 * @param way how it was asked for
 * @param processorTime of all processes of the house together, for one request; the asker's own is not in it
 */
record Measured(
        String what,
        String way,
        double requestsPerSecond,
        Duration median,
        Duration ninetyNinth,
        Duration processorTime,
        long failures) {}
