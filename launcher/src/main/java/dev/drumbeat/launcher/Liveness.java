package dev.drumbeat.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process still does anything: one that ended but was not yet collected by its parent does not. */
final class Liveness {
    private Liveness() {}

    static boolean lives(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String text = Files.readString(stat);
            // "pid (command) state …"; the command may hold any character.
            char state = text.charAt(text.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException | IndexOutOfBoundsException e) {
            return !Files.isDirectory(Path.of("/proc/self")) || process.isAlive() && Files.exists(stat);
        }
    }
}
