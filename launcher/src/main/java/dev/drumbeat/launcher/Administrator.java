package dev.drumbeat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Who can sign in to an empty house: whom {@code DRUMBEAT_ADMIN_EMAIL} and {@code DRUMBEAT_ADMIN_PASSWORD} name, else an
 * administrator with a password drawn once, in a file that only its owner may read.
 */
record Administrator(String email, String password) {
    private static final String EMAIL = "DRUMBEAT_ADMIN_EMAIL";
    private static final String PASSWORD = "DRUMBEAT_ADMIN_PASSWORD";
    private static final String DEFAULT_EMAIL = "administrator@drumbeat.example";
    private static final int PASSWORD_BYTES = 18;

    static Administrator of(Map<String, String> environment, Path file) {
        String email = environment.getOrDefault(EMAIL, "");
        String password = environment.getOrDefault(PASSWORD, "");
        if (!email.isBlank() && !password.isBlank()) {
            return new Administrator(email, password);
        }
        try {
            if (!Files.exists(file)) {
                write(file, new Administrator(DEFAULT_EMAIL, drawn()));
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) {
                throw new HouseException(file + " should hold an e-mail address and a password, on a line each.");
            }
            return new Administrator(lines.get(0).strip(), lines.get(1).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        return Map.of(EMAIL, email, PASSWORD, password);
    }

    private static void write(Path file, Administrator administrator) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, administrator.email() + "\n" + administrator.password() + "\n");
    }

    private static String drawn() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
