package dev.drumbeat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The built programs, copied out of the build before they are started: building again then never changes the jars below a
 * running process. What did not change is not copied again.
 */
record Programs(Path root, Path directory) {
    /** The jar of a module and its libraries, the module's own first. */
    List<Path> classPath(String module) {
        return builtJars(module).stream().map(this::installed).toList();
    }

    boolean isBuilt(String module) {
        return Files.isDirectory(root.resolve(module).resolve("target/lib"))
                && ownJar(module).findAny().isPresent();
    }

    /** Removes the copies that no process of a fresh start uses. Call only while nothing runs. */
    void clear() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> old = Files.walk(directory)) {
            for (Path path : old.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(directory))
                    .toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> builtJars(String module) {
        if (!isBuilt(module)) {
            throw new HouseException(module + " is not built. Run \"make build\" first.");
        }
        return Stream.concat(ownJar(module), jarsOf(root.resolve(module).resolve("target/lib")))
                .toList();
    }

    private Stream<Path> ownJar(String module) {
        return jarsOf(root.resolve(module).resolve("target"))
                .filter(jar -> !jar.getFileName().toString().matches(".*-(sources|tests|javadoc)\\.jar"))
                .limit(1);
    }

    private static Stream<Path> jarsOf(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path installed(Path jar) {
        try {
            Path copy = directory.resolve(shortHash(stamp(jar))).resolve(jar.getFileName());
            if (!Files.exists(copy)) {
                Files.createDirectories(copy.getParent());
                Path draft = copy.resolveSibling(jar.getFileName() + ".draft");
                Files.copy(jar, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("can't copy " + jar, e);
        }
    }

    /** What tells one build of a jar from another; a copy has the same. */
    static String stamp(Path jar) {
        try {
            return jar.getFileName() + " " + Files.size(jar) + " "
                    + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shortHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
