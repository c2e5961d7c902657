package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a machine record figures on one partnership, and nothing else.
 *
 * @param id the last part of {@code partnerships/{partnership}/ingestionTokens/{token}} and of the subject {@code tokens/{token}}
 * @param partnership id of the partnership
 * @param company id of the company it was made for
 * @param recordableKpis KPIs it may record, by resource name; empty for all of the partnership
 * @param salt what its secret is made from, together with a key that the store does not know
 * @param secretHash SHA-256 of the secret
 * @param lastUsedAt exact to the minute; null while never used
 */
public record IngestionToken(
        String id,
        String partnership,
        String displayName,
        Side side,
        String company,
        List<String> recordableKpis,
        String salt,
        String secretHash,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {
    public static final String COLLECTION = "ingestionTokens";
    public static final Duration LIFE = Duration.ofDays(90);

    public IngestionToken {
        recordableKpis = List.copyOf(recordableKpis);
    }

    public String name() {
        return Partnership.COLLECTION + "/" + partnership + "/" + COLLECTION + "/" + id;
    }

    public String subject() {
        return "tokens/" + id;
    }

    public boolean isUsable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    IngestionToken revoked(Instant at) {
        return new IngestionToken(
                id,
                partnership,
                displayName,
                side,
                company,
                recordableKpis,
                salt,
                secretHash,
                createdAt,
                expiresAt,
                at,
                lastUsedAt);
    }

    String json() {
        return Json.object(
                "displayName", displayName,
                "side", side,
                "recordableKpis", recordableKpis,
                "expiresAt", expiresAt,
                "revokedAt", revokedAt);
    }

    @Override
    public String toString() {
        return "IngestionToken[" + name() + "]";
    }
}
