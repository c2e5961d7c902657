package dev.drumbeat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the JVM learned about our programs while they started once: their classes read and linked, their first methods profiled
 * (JEP 483, 514, 515). With it a program starts in less than half the time. A cache belongs to exactly one JVM, set of flags and
 * class path; what was built anew starts without, until {@link Learning} has seen it.
 */
record StartCaches(Path directory) {
    private static final String SUFFIX = ".aot";

    static StartCaches of(Path root) {
        return new StartCaches(root.resolve("target/start-caches"));
    }

    /** Where the cache of this program lies, when it was learned. */
    Path cache(JavaProgram program, List<String> flags) {
        StringBuilder identity = new StringBuilder(Runtime.version().toString()).append(flags);
        program.classPath().forEach(jar -> identity.append('\n').append(Programs.stamp(jar)));
        return directory.resolve(program.mainClass() + "-" + Programs.shortHash(identity.toString()) + SUFFIX);
    }

    /** The flags that make a program start with its cache; none when there is none. */
    List<String> use(JavaProgram program, List<String> flags) {
        Path cache = cache(program, flags);
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    /** The flags that make a program write down at its end what it would have liked to know at its start. */
    List<String> record(JavaProgram program, List<String> flags) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes(cache(program, flags)));
    }

    /** The command that makes the cache from the notes of a program's end; it does not start the program. */
    List<String> draw(JavaProgram program, List<String> flags, Path draft) {
        return program.command(
                Stream.concat(
                                flags.stream(),
                                Stream.of(
                                        "-XX:AOTMode=create",
                                        "-XX:AOTConfiguration=" + notes(cache(program, flags)),
                                        "-XX:AOTCache=" + draft))
                        .toList(),
                List.of());
    }

    /** What a program wrote down. */
    static Path notes(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".notes");
    }

    /** Removes the notes, and the caches of what is built no more. */
    void keepOnly(Collection<Path> caches) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(file -> file.getFileName().toString().contains(SUFFIX))
                    .filter(file -> !caches.contains(file))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
