package dev.drumbeat.platform.identity;

import java.time.Instant;

/**
 * Who asks, as far as signatures tell.
 *
 * @param subject {@code people/{person}}, {@code tokens/{token}} or {@code services/{service}}
 * @param issuer the process that vouches for it
 */
public record VerifiedIdentity(String subject, String issuer, Instant expiresAt) {
    public boolean isService() {
        return subject.startsWith("services/");
    }

    public String serviceName() {
        return subject.substring("services/".length());
    }
}
