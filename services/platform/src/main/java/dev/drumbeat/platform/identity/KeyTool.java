package dev.drumbeat.platform.identity;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Makes the key files of an installation: {@code KeyTool <directory> <process>...} writes {@code <process>.private.jwk}, which
 * only its owner may read, and {@code trusted/<process>.jwk}. Keys that exist stay as they are.
 */
public final class KeyTool {
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeyTool() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: KeyTool <directory> <process>...");
            System.exit(2);
        }
        generate(Path.of(arguments[0]), Arrays.asList(arguments).subList(1, arguments.length));
    }

    /** Makes what is missing; two at once agree on one key. */
    public static void generate(Path directory, List<String> processes) throws IOException {
        Path trusted = directory.resolve("trusted");
        Files.createDirectories(trusted);
        Files.setPosixFilePermissions(directory, OWNER_ONLY_DIRECTORY);
        for (String process : processes) {
            if (!process.matches("[a-z][a-z0-9-]{0,39}")) {
                throw new IllegalArgumentException(
                        "a process is named by lower-case letters, digits and hyphens: " + process);
            }
            Path privateKey = directory.resolve(process + ".private.jwk");
            if (!Files.exists(privateKey)) {
                writeOnce(privateKey, SigningKey.generate(process).privateJwk());
            }
            replace(
                    trusted.resolve(process + ".jwk"),
                    SigningKey.read(privateKey).publicJwk());
        }
    }

    private static void writeOnce(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".key", ".draft", OWNER_ONLY_FILE);
        try {
            Files.writeString(draft, text);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another run was quicker: its key is the key.
        } finally {
            Files.delete(draft);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".key", ".draft", OWNER_ONLY_FILE);
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
