package dev.drumbeat.platform.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as signatures tell.
 *
 * @param subject {@code people/{person}}, {@code tokens/{token}} or {@code services/{service}}
 * @param issuer the process that vouches for it
 * @param confirmedAt when the person last proved who they are for the wish at hand; null when they were not asked to
 */
public record VerifiedIdentity(
        String subject,
        String issuer,
        Instant expiresAt,
        @Nullable Instant confirmedAt) {
    public boolean isService() {
        return subject.startsWith("services/");
    }

    public String serviceName() {
        return subject.substring("services/".length());
    }
}
