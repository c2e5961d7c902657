package dev.drumbeat.platform.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** How things are named. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int SLUG_MAX_LENGTH = 40;

    private Ids() {}

    /** 100 random bits as 20 letters and digits without look-alikes. */
    public static String random() {
        return letters(randomBytes(20));
    }

    /** The same parts give the same id, on every machine and for ever: 20 letters and digits. */
    public static String of(String... parts) {
        return letters(sha256(String.join("\u0000", parts)));
    }

    /** 256 random bits, base64url: a secret nobody guesses. */
    public static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(32));
    }

    /** SHA-256 in hex; enough for what has 256 random bits, not for passwords. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** Lower-case letters, digits and hyphens made from a name; empty when nothing of it is left. */
    public static String slug(String displayName) {
        String plain = Normalizer.normalize(displayName, Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > SLUG_MAX_LENGTH ? plain.substring(0, SLUG_MAX_LENGTH) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String letters(byte[] bytes) {
        StringBuilder id = new StringBuilder(20);
        for (int i = 0; i < 20; i++) {
            id.append(LETTERS.charAt(bytes[i] & 31));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
