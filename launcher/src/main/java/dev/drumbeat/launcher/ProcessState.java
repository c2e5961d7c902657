package dev.drumbeat.launcher;

import java.util.OptionalLong;

/**
 * What can be seen of one process.
 *
 * @param processId present while it runs
 * @param ready whether it answers
 */
public record ProcessState(String name, int port, OptionalLong processId, boolean ready) {
    public boolean running() {
        return processId.isPresent();
    }
}
