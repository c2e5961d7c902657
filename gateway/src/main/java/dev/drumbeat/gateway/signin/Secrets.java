package dev.drumbeat.gateway.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is derived from a session's secret. The value that a page must send back is derived from the secret too: another site
 * neither reads nor guesses it, it ends with the session, and nothing needs to be stored.
 */
final class Secrets {
    private Secrets() {}

    /** What the cookie XSRF-TOKEN holds and the header X-XSRF-TOKEN repeats. */
    static String pageToken(String sessionSecret) {
        return digest("page-token:" + sessionSecret);
    }

    static boolean isPageToken(String candidate, String sessionSecret) {
        return MessageDigest.isEqual(
                candidate.getBytes(StandardCharsets.UTF_8),
                pageToken(sessionSecret).getBytes(StandardCharsets.UTF_8));
    }

    /** Under which a secret is remembered, so that no memory dump gives it away. */
    static String key(String secret) {
        return digest("key:" + secret);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
