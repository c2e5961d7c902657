package dev.drumbeat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything of one house lies below its data directory. */
record Layout(Path data) {
    Path logs() {
        return directory("log");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    Path processId(String process) {
        return directory("run").resolve(process + ".pid");
    }

    Path lock() {
        return directory("run").resolve("lock");
    }

    Path keys() {
        return data.resolve("keys");
    }

    /** E-mail address and password of the first administrator. */
    Path administrator() {
        return data.resolve("administrator");
    }

    /** Moves the clock of every process while the demo lives through its past; not there otherwise. */
    Path clock() {
        return data.resolve("clock");
    }

    Path storeFile() {
        return directory("store").resolve("drumbeat.mv.db");
    }

    Path mongod() {
        return directory("mongod");
    }

    Path programs() {
        return directory("app");
    }

    private Path directory(String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write below " + data, e);
        }
    }
}
