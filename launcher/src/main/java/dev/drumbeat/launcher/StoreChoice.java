package dev.drumbeat.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where the house keeps its facts: the store that is configured, else a MongoDB of this machine, else the embedded one. */
sealed interface StoreChoice {
    /** A MongoDB that somebody else runs, as {@code MONGODB_URI} says. */
    record Configured(String uri) implements StoreChoice {}

    /** A {@code mongod} found on the path. */
    record LocalMongod(Path binary) implements StoreChoice {}

    /** Our own small store. */
    record Embedded() implements StoreChoice {}

    static StoreChoice of(HouseOptions options) {
        Optional<String> configured = options.mongodbUri();
        if (configured.isPresent()) {
            return new Configured(configured.get());
        }
        return onPath("mongod", options.environment().getOrDefault("PATH", ""))
                .<StoreChoice>map(LocalMongod::new)
                .orElseGet(Embedded::new);
    }

    /** The first executable of that name on a search path. */
    static Optional<Path> onPath(String program, String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
